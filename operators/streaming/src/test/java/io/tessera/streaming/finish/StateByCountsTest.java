/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.Caption;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Page;
import io.tessera.v1.UnitState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateByCountsTest {
    static {
        AvroTrust.established();
    }

    private static final InputPlan DOCUMENT = InputPlan.newBuilder().setKind(Kind.DOCUMENT).build();

    /** Units as {@code STATE} or {@code STATE:CODE}, separated by spaces. */
    private static LeafCounts counts(String units) {
        LeafCounts counts = new LeafCounts();
        int page = 0;
        for (String unit : units.split(" ", -1)) {
            String[] parts = unit.split(":", -1);
            page++;
            Page leaf =
                    Page.newBuilder()
                            .setTenant("default")
                            .setPipelineId("p")
                            .setInputId("i")
                            .setUnit(Identity.pageUnit(page))
                            .setPage(page)
                            .setState(UnitState.valueOf(parts[0]))
                            .setCode(parts.length > 1 ? parts[1] : null)
                            .build();
            counts.add(leaf.getUnit(), new UnitLeaf(leaf, null));
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource({
        "RECOGNISED RECOGNISED, OK",
        "BLANK BLANK, OK",
        "RECOGNISED DUPLICATE, OK",
        "RECOGNISED FAILED:CRASH, PARTIAL",
        "BLANK REFUSED:LIMIT_PIXELS, PARTIAL",
        "FAILED:TIMEOUT FAILED:TIMEOUT, TIMEOUT",
        "FAILED:OOM FAILED:OOM, OOM",
        "FAILED:CRASH FAILED:TIMEOUT, CRASH",
        "FAILED:TIMEOUT FAILED:CRASH, TIMEOUT",
        "FAILED:CRASH FAILED:PAGE_UNREADABLE, CORRUPT",
        "FAILED:MODEL_INVALID FAILED:MODEL_INVALID, MODEL_INVALID",
        "FAILED:MODEL_INVALID FAILED:CRASH, CORRUPT",
        "REFUSED:LIMIT_PIXELS REFUSED:LIMIT_EDGE, REFUSED_LIMIT",
        "REFUSED:LIMIT_PIXELS FAILED:PAGE_UNREADABLE, CORRUPT",
        "REFUSED:CODEC, UNSUPPORTED",
        "FAILED:WRONG_PASSWORD, ENCRYPTED",
        "FAILED:NOT_FOUND, MISSING",
        "FAILED:DIGEST_MISMATCH, CLAIM_MISMATCH",
        "FAILED:PAGE_UNREADABLE, CORRUPT",
        "FAILED:A_CODE_OF_A_LATER_VERSION, CORRUPT",
    })
    void takesTheFirstLineThatApplies(String units, InputState expected) {
        assertThat(StateByCounts.of(DOCUMENT, counts(units)).state()).isEqualTo(expected);
    }

    @Test
    void takesTheStateThatOpeningGave() {
        InputPlan locked =
                InputPlan.newBuilder()
                        .setKind(Kind.DOCUMENT)
                        .setState(InputState.ENCRYPTED)
                        .setCode("WRONG_PASSWORD")
                        .setReason("the password does not open it")
                        .build();
        assertThat(StateByCounts.of(locked, new LeafCounts()))
                .isEqualTo(
                        new StateByCounts(
                                InputState.ENCRYPTED,
                                "WRONG_PASSWORD",
                                "the password does not open it"));
    }

    @Test
    void callsASoundInputWithNothingInItEmpty() {
        InputPlan video = InputPlan.newBuilder().setKind(Kind.VIDEO).build();
        assertThat(StateByCounts.of(DOCUMENT, new LeafCounts()).code()).isEqualTo("NO_PAGES");
        assertThat(StateByCounts.of(video, new LeafCounts()).code()).isEqualTo("NO_VIDEO");
    }

    @Test
    void callsAnInputPartialWhereThePlanMissesSomething() {
        InputPlan cut =
                InputPlan.newBuilder()
                        .setKind(Kind.DOCUMENT)
                        .setMissing(List.of("pages 3-9"))
                        .build();
        assertThat(StateByCounts.of(cut, counts("RECOGNISED")).state())
                .isEqualTo(InputState.PARTIAL);
    }

    @Test
    void callsAVideoPartialWhereFramesAreMissingEvenIfTheChunkDoesNotSaySo() {
        Caption caption =
                Caption.newBuilder()
                        .setTenant("default")
                        .setPipelineId("p")
                        .setInputId("i")
                        .setUnit(Identity.chunkUnit(0, 10))
                        .setIndex(0)
                        .setStartMicros(0)
                        .setEndMicros(10)
                        .setState(UnitState.RECOGNISED)
                        .setFacts(
                                ChunkFacts.newBuilder()
                                        .setBrightness(1)
                                        .setHealth(
                                                DecodeHealth.newBuilder()
                                                        .setPackets(10)
                                                        .setFramesExpected(10)
                                                        .setFramesDecoded(9)
                                                        .setFramesFlagged(0)
                                                        .setFramesSampled(1)
                                                        .build())
                                        .build())
                        .build();
        LeafCounts counts = new LeafCounts();
        counts.add(caption.getUnit(), new UnitLeaf(null, caption));
        InputPlan video = InputPlan.newBuilder().setKind(Kind.VIDEO).build();
        assertThat(StateByCounts.of(video, counts).state()).isEqualTo(InputState.PARTIAL);
        assertThat(counts.missing()).singleElement().asString().contains("9 of 10 frames");
    }

    @Test
    void countsALeafThatIsGoneAsFailed() {
        LeafCounts counts = counts("RECOGNISED");
        counts.addLost("page/000002");
        StateByCounts state = StateByCounts.of(DOCUMENT, counts);
        assertThat(state.state()).isEqualTo(InputState.PARTIAL);
        assertThat(state.code()).isEqualTo("LEAF_LOST");
    }
}
