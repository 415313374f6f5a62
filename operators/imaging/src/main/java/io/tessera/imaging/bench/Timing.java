/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * CPU times of one piece of work on the calling thread.
 *
 * @param least in milliseconds
 * @param spread how far the median lies above it, as a share
 */
record Timing(double least, double spread) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs {@code work} until the compiler is done with it, then measures. */
    static Timing of(Runnable work, int repeats) {
        for (int i = 0; i < repeats; i++) {
            work.run();
        }
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new Timing(times[0], times[repeats / 2] / times[0] - 1);
    }
}
