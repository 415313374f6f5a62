/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.contract.input.Progress;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Passes a reader's progress on. */
record Ticks(Progress progress) implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        progress.tick();
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        progress.tick();
    }

    @Override
    public void imageComplete(ImageReader source) {
        progress.tick();
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        progress.tick();
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        progress.tick();
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        progress.tick();
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        progress.tick();
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        progress.tick();
    }

    @Override
    public void readAborted(ImageReader source) {
        progress.tick();
    }
}
