/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import java.time.Duration;

/**
 * How many workers a pool has, what they are, and when they are replaced.
 *
 * @param workers processes at most: one a slot, and one spare
 * @param command what a worker is
 * @param regionBudgetBytes memory for the regions of all units in hand and all input windows
 * @param recycleUnits units after which a worker is replaced
 * @param recycleBytes resident memory at rest above which a worker is replaced
 * @param startTime how long a worker may take from its start to its first word
 * @param patience how long starts may fail before the work that waits is given up
 */
public record PoolSettings(
        int workers,
        WorkerCommand command,
        long regionBudgetBytes,
        int recycleUnits,
        long recycleBytes,
        Duration startTime,
        Duration patience) {
    public PoolSettings {
        requireNonNull(command, "command is null");
        requireNonNull(startTime, "startTime is null");
        requireNonNull(patience, "patience is null");
        if (workers < 1 || recycleUnits < 1) {
            throw new IllegalArgumentException(
                    "workers (%d) and recycleUnits (%d) must be at least 1"
                            .formatted(workers, recycleUnits));
        }
        if (regionBudgetBytes <= windowBytes(workers)) {
            throw new IllegalArgumentException(
                    "regions.budget of %d bytes leaves nothing beside the input windows of %d"
                                    .formatted(regionBudgetBytes, workers)
                            + " workers; raise it");
        }
    }

    /** The settings of a process with {@code slots} slots. */
    public static PoolSettings of(int slots, Options options) {
        return new PoolSettings(
                slots + 1,
                WorkerCommand.of(options),
                options.get(TesseraOptions.REGIONS_BUDGET),
                500,
                512L << 20,
                Duration.ofSeconds(60),
                Duration.ofSeconds(120));
    }

    /** Bytes that the input windows of so many workers take. */
    static long windowBytes(int workers) {
        return (long) workers * Child.SLOTS * Child.SLOT_BYTES;
    }
}
