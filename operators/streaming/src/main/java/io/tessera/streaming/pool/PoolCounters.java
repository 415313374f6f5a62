/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

/**
 * What a pool has done since it was made, and what it holds now.
 *
 * @param started worker processes that came up
 * @param startFailures worker processes that did not
 * @param timeouts workers killed at a deadline
 * @param outOfMemory workers that ran out of memory
 * @param crashes workers that ended in any other abnormal way
 * @param recycled workers replaced after their units or for their memory
 * @param planned inputs planned
 * @param read units read
 * @param queued plans and units that wait now
 * @param busy workers at work now
 * @param regionBytes granted now
 */
public record PoolCounters(
        long started,
        long startFailures,
        long timeouts,
        long outOfMemory,
        long crashes,
        long recycled,
        long planned,
        long read,
        int queued,
        int busy,
        long regionBytes) {}
