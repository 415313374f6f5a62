/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.UnitSpec;
import io.tessera.video.sample.ClipEncoder.Codec;
import io.tessera.video.sample.Damage;
import io.tessera.video.sample.Scenes;
import io.tessera.video.still.JpegEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    @Test
    void openingAndClosingManyTimesKeepsNothing() throws Exception {
        Assumptions.assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        byte[] clip = Scenes.clip(Codec.H264, 320, 240, 10, 10, 30);
        byte[] cut = Damage.cutOff(clip, 0.7);
        ByteBuffer rgb = ByteBuffer.allocateDirect(3 * 320 * 240);
        for (int i = 0; i < 30; i++) {
            once(clip, rgb);
            once(cut, rgb);
        }
        System.gc();
        long before = residentKilobytes();
        for (int i = 0; i < 120; i++) {
            once(clip, rgb);
            once(cut, rgb);
        }
        System.gc();
        // One leaked frame an opening would be 27 MB, one leaked context more.
        assertThat(residentKilobytes() - before).isLessThan(14 * 1024);
    }

    private static void once(byte[] clip, ByteBuffer rgb) throws Exception {
        try (VideoSource video =
                VideoSource.open(new MemoryBytes(clip), Options.DEFAULTS, Progress.NONE)) {
            List<UnitSpec> units = video.plan(Progress.NONE).getUnits();
            video.walk(
                    units.get(0).getChunk(),
                    200_000,
                    frame -> {
                        frame.rgb(320, 240, rgb, 3 * 320);
                    },
                    Progress.NONE);
            JpegEncoder.encode(rgb, 320, 240, 80);
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
