/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.codec.AvroTrust;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.streaming.testing.Samples;
import io.tessera.v1.Caption;
import io.tessera.v1.Page;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    static {
        AvroTrust.established();
    }

    private static String written(Transcript transcript, UnitLeaf... leaves) throws IOException {
        StringWriter out = new StringWriter();
        transcript.begin(out);
        for (UnitLeaf leaf : leaves) {
            transcript.add(out, leaf);
        }
        return out.toString();
    }

    private static UnitLeaf caption(String text) {
        return new UnitLeaf(
                null,
                Caption.newBuilder()
                        .setTenant("default")
                        .setPipelineId("p")
                        .setInputId("i")
                        .setUnit("chunk/000000000000000-000000010000000")
                        .setIndex(0)
                        .setStartMicros(3_599_999_000L)
                        .setEndMicros(3_600_500_000L)
                        .setState(UnitState.RECOGNISED)
                        .setCaption(text)
                        .build());
    }

    @Test
    void marksEachPageAndSaysWhyOneHasNoText() throws IOException {
        Page failed =
                Page.newBuilder(Samples.page(2, ""))
                        .setText(null)
                        .setState(UnitState.FAILED)
                        .setCode("CRASH")
                        .build();
        assertThat(
                        written(
                                Transcript.MARKDOWN,
                                new UnitLeaf(Samples.page(1, "Title\n\nBody\n"), null),
                                new UnitLeaf(failed, null)))
                .isEqualTo(
                        """
                        <!-- page 1 -->
                        Title

                        Body

                        <!-- page 2 -->
                        *Page 2: failed, CRASH*

                        """);
    }

    @Test
    void writesTimesAsWebVttWantsThem() throws IOException {
        assertThat(written(Transcript.WEBVTT, caption("A car passes.")))
                .isEqualTo("WEBVTT\n\n00:59:59.999 --> 01:00:00.500\nA car passes.\n\n");
    }

    @Test
    void letsNoTextEndItsCueOrOpenATag() throws IOException {
        assertThat(written(Transcript.WEBVTT, caption("<b>\n\n\n00:00 --> 00:01")))
                .endsWith("\n&lt;b&gt;\n00:00 --&gt; 00:01\n\n");
    }
}
