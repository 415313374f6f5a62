/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportStreamTest {
    private static final int PACKET = 188;
    private static final int VIDEO_PID = 256;

    private byte[] stream;

    @BeforeEach
    void read() throws Exception {
        stream = Files.readAllBytes(SharedMedia.clip("sample_h264.ts"));
    }

    @Test
    void anyLostPacketOfTheVideoIsSeen() throws Exception {
        List<Integer> video = new ArrayList<>();
        for (int at = 0; at < stream.length; at += PACKET) {
            if ((((stream[at + 1] & 0x1F) << 8) | (stream[at + 2] & 0xFF)) == VIDEO_PID) {
                video.add(at);
            }
        }
        // The first and the last leave no gap behind.
        for (int i = 1; i < video.size() - 1; i += 3) {
            int at = video.get(i);
            ByteArrayOutputStream without = new ByteArrayOutputStream();
            without.write(stream, 0, at);
            without.write(stream, at + PACKET, stream.length - at - PACKET);
            assertThat(plan(without.toByteArray()).getMissing())
                    .as("without the packet at %d", at)
                    .contains("1 continuity errors in the transport stream");
        }
    }

    @Test
    void aSecondRecordingBehindTheFirstIsSeen() throws Exception {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(stream);
        twice.write(stream);
        assertThat(plan(twice.toByteArray()).getMissing())
                .isNotEmpty()
                .anyMatch(what -> what.contains("run backwards") || what.contains("continuity"));
    }

    private static InputPlan plan(byte[] bytes) throws Exception {
        try (VideoSource video =
                VideoSource.open(new MemoryBytes(bytes), Options.DEFAULTS, Progress.NONE)) {
            return video.plan(Progress.NONE);
        }
    }
}
