/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Six thousand seeded random pictures and sizes; src/test/python/pillow_digests.py recorded them.
 */
class PillowDigestTest {
    private static final int GROUP = 50;
    private static final List<String> FORMULAS =
            List.of("mix", "noise", "smooth", "checker", "lines", "bars");

    @Test
    void everyByteEqualsPillows() throws Exception {
        List<String> recorded = recorded();
        assertThat(recorded).hasSize(120);
        Resampler resampler = new Resampler(LineMixers.plain());
        for (int group = 0; group < recorded.size(); group++) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = group * GROUP; i < (group + 1) * GROUP; i++) {
                digest.update(resized(resampler, i).toBytes());
            }
            assertThat(HexFormat.of().formatHex(digest.digest()))
                    .as("cases %d to %d", group * GROUP, (group + 1) * GROUP - 1)
                    .isEqualTo(recorded.get(group));
        }
    }

    private static RgbImage resized(Resampler resampler, int i) {
        int seed = Integer.remainderUnsigned(draw(i, 6), 1000);
        RgbImage source =
                FormulaImage.draw(
                        FORMULAS.get((draw(i, 5) >>> 4) % FORMULAS.size()),
                        side(draw(i, 0)),
                        side(draw(i, 1)),
                        seed);
        Filter filter = (draw(i, 4) & 1) == 0 ? Filter.BILINEAR : Filter.BICUBIC;
        return resampler.resize(source, side(draw(i, 2)), side(draw(i, 3)), filter);
    }

    private static int draw(int i, int number) {
        int h = 374761393 * i + 668265263 * number + 97;
        h = (h ^ (h >>> 13)) * 1274126177;
        return h ^ (h >>> 16);
    }

    private static int side(int h) {
        return 1 + (h >>> 8) % (2 << (h & 7));
    }

    private static List<String> recorded() throws Exception {
        try (InputStream in = PillowDigestTest.class.getResourceAsStream("pillow-10.4.0.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        }
    }
}
