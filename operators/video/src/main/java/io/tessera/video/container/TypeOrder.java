/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import io.tessera.video.container.PictureHeader.Picture;

/**
 * Display order of MPEG-4 part 2 pictures from their types: those that nothing refers to (B-VOPs)
 * are shown at once, between the reference before them in the file and the one before that.
 */
final class TypeOrder {
    private static final int BETWEEN = 1 << 6;

    private int references;
    private int run;

    /** Takes the next picture; numbering begins anew only with the first reference. */
    Picture next(Picture picture) {
        if (picture.droppable()) {
            run = Math.min(run + 1, BETWEEN - 1);
            return picture;
        }
        references++;
        run = 0;
        boolean first = references == 1 && picture.entry();
        return new Picture(picture.entry(), false, picture.shown(), first);
    }

    /** Order of the picture that was taken last. */
    int order() {
        return run == 0 ? references * BETWEEN : (references - 1) * BETWEEN + run;
    }

    /** Forgets what came before, after a seek to the first picture. */
    void reset() {
        references = 0;
        run = 0;
    }
}
