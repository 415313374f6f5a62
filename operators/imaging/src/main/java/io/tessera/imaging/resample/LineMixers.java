/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Chooses the loops that resampling runs on: those of a provider that is on the class path, works
 * here and passes a probe against the plain ones, else the plain ones.
 */
public final class LineMixers {
    private static final class Found {
        static final Optional<LineMixerProvider> PROVIDER = find();
    }

    private LineMixers() {}

    /** New loops in plain Java. */
    public static LineMixer plain() {
        return new PlainMixer();
    }

    /** New loops of the fastest kind that this runtime offers. */
    public static LineMixer fastest() {
        return provided().orElseGet(PlainMixer::new);
    }

    /** New loops of a provider, if there is one that works here. */
    public static Optional<LineMixer> provided() {
        return Found.PROVIDER.map(LineMixerProvider::create);
    }

    /** Name of the kind that {@link #fastest} gives: {@code plain} or the provider's. */
    public static String kind() {
        return Found.PROVIDER.map(LineMixerProvider::name).orElse("plain");
    }

    private static Optional<LineMixerProvider> find() {
        try {
            for (LineMixerProvider provider :
                    ServiceLoader.load(
                            LineMixerProvider.class, LineMixerProvider.class.getClassLoader())) {
                if (provider.available() && agrees(provider.create())) {
                    return Optional.of(provider);
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            // The runtime is not the one that the provider was built for; the plain loops always
            // are.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether loops give the plain ones' bits, with sums below 0 and above 255 among them. */
    private static boolean agrees(LineMixer mixer) {
        int[][] lines = new int[5][32];
        for (int i = 0; i < 5 * 32; i++) {
            lines[i / 32][i % 32] = i * 0x9E3779B1;
        }
        int[] weights = {0, -300_000, 1_700_000, 3_100_000, -305_696};
        int[] want = new int[32];
        int[] got = new int[32];
        plain().mix(lines, 1, 4, weights, 1, want, 32);
        mixer.mix(lines, 1, 4, weights, 1, got, 32);
        return Arrays.equals(want, got);
    }
}
