/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.flow.UnitEnd;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.v1.InputPlan;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import io.tessera.v1.Page;
import io.tessera.v1.UnitState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Elements as they travel, for specs of single steps. */
public final class Samples {
    static {
        AvroTrust.established();
    }

    private static final String SHA256 = "ab".repeat(32);

    private Samples() {}

    /** The input that request {@code offset} of partition 0 reads; all are the same input. */
    public static InputRef input(long offset) {
        AcceptedRequest request =
                new AcceptedRequest(
                        "record/requests/0/" + offset,
                        "requests",
                        0,
                        offset,
                        1_700_000_000_000L,
                        "00-trace-01",
                        "request-" + offset,
                        "default",
                        "file:/in.pdf",
                        null,
                        null,
                        Mode.NORMAL,
                        null,
                        1_700_000_000_000_000L,
                        Map.of(),
                        "all");
        return new InputRef(
                request,
                Identity.contentInputId("default", SHA256),
                "0123456789abcdef",
                0,
                11L,
                SHA256);
    }

    public static PlannedInput planned(int pages) {
        InputPlan plan = InputPlan.newBuilder().setKind(Kind.DOCUMENT).build();
        return new PlannedInput(
                units(pages), RecordCodec.of(InputPlan.class).encode(plan), WorkNote.none(1));
    }

    public static List<String> units(int pages) {
        return IntStream.rangeClosed(1, pages).mapToObj(Identity::pageUnit).toList();
    }

    public static UnitEnd end(int index, UnitState state) {
        return new UnitEnd(index, Identity.pageUnit(index + 1), state, null, 100, SHA256, work(1));
    }

    public static WorkNote work(int attempts) {
        return new WorkNote(attempts, "worker-1", 5, 0.1, 0.2, 0.3, 0.4, 0.5, 6);
    }

    /** The content record of a page of {@link #input}. */
    public static Page page(int number, String text) {
        InputRef input = input(0);
        return Page.newBuilder()
                .setTenant("default")
                .setPipelineId(input.pipelineId())
                .setInputId(input.inputId())
                .setUnit(Identity.pageUnit(number))
                .setPage(number)
                .setState(UnitState.RECOGNISED)
                .setText(text)
                .build();
    }
}
