/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import io.tessera.imaging.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Resizes pictures to the bytes that Pillow (9.5 to 12.3) gives.
 *
 * <p>Rows are streamed: besides source and result it holds a block of rows as columns (about 8 MB
 * at most for pictures up to 65,536 across) and as many rows of the result's width as one output
 * row takes. An instance serves one thread at a time; make one a thread.
 */
public final class Resampler {
    /** Longest side of a source or a result, in pixels. */
    public static final int MAX_SIDE = 1 << 20;

    private final LineMixer mixer;

    /** A resampler on the fastest loops that this runtime offers. */
    public Resampler() {
        this(LineMixers.fastest());
    }

    /** A resampler on the given loops, which it alone uses. */
    public Resampler(LineMixer mixer) {
        this.mixer = mixer;
    }

    static void checkSide(int width, int height) {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "picture of %dx%d; sides must be 1 to %d pixels"
                            .formatted(width, height, MAX_SIDE));
        }
    }

    /** The picture at another size, on the heap; at its own size a copy. */
    public RgbImage resize(RgbImage source, int width, int height, Filter filter) {
        RgbImage result = RgbImage.allocate(width, height);
        resize(source, result, filter, PassOrder.ACROSS_FIRST);
        return result;
    }

    /** Fills {@code result} with {@code source} at the size of {@code result}. */
    public void resize(RgbImage source, RgbImage result, Filter filter, PassOrder order) {
        Target target =
                new Target(result.width(), result.height(), filter, order, new ImageSink(result));
        resize(source, List.of(target));
    }

    /**
     * Makes several pictures of one source; those of order {@link PassOrder#ACROSS_FIRST} share
     * what can be shared.
     */
    public void resize(RgbImage source, List<Target> targets) {
        checkSide(source.width(), source.height());
        List<Target> acrossFirst = new ArrayList<>();
        for (Target target : targets) {
            if (target.order() == PassOrder.ACROSS_FIRST) {
                acrossFirst.add(target);
            } else {
                new DownThenAcross(source, target, mixer).run();
            }
        }
        if (!acrossFirst.isEmpty()) {
            new AcrossThenDown(source, acrossFirst, mixer).run();
        }
    }
}
