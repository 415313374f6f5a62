/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.vector;

import io.tessera.imaging.resample.LineMixer;
import io.tessera.imaging.resample.LineMixerProvider;

/**
 * Offers the loops on the Vector API where the incubating module is in the boot layer and the
 * optimising compiler runs. No class of that module is touched before it was found there.
 */
public final class VectorMixerProvider implements LineMixerProvider {
    /** For {@link java.util.ServiceLoader}. */
    public VectorMixerProvider() {}

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public boolean available() {
        return optimises(System.getProperty("java.vm.info", ""))
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                && VectorMixer.fits();
    }

    /** Whether the optimising compiler runs: without it each vector is an object on the heap. */
    static boolean optimises(String vmInfo) {
        return vmInfo.contains("mixed mode") && !vmInfo.contains("emulated-client");
    }

    @Override
    public LineMixer create() {
        return new VectorMixer();
    }
}
