/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import static java.util.Objects.requireNonNull;

/**
 * One resampled picture that is wanted of a source.
 *
 * @param width pixels across, 1 to {@link Resampler#MAX_SIDE}
 * @param height pixels down, likewise
 * @param filter kernel
 * @param order which pass comes first; the intermediate is rounded to bytes, so it changes bytes
 * @param sink takes the rows
 */
public record Target(int width, int height, Filter filter, PassOrder order, RowSink sink) {
    public Target {
        Resampler.checkSide(width, height);
        requireNonNull(filter, "filter is null");
        requireNonNull(order, "order is null");
        requireNonNull(sink, "sink is null");
    }
}
