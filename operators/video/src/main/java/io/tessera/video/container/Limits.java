/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.v1.InputState;

/**
 * What a video may be at most.
 *
 * @param bytes of the input
 * @param streams of any kind in the container
 * @param pixels of a frame
 * @param edge of a frame in pixels
 */
public record Limits(long bytes, int streams, long pixels, int edge) {
    public static Limits of(Options options) {
        return new Limits(
                options.get(TesseraOptions.LIMIT_INPUT_BYTES),
                options.get(TesseraOptions.LIMIT_STREAMS),
                options.get(TesseraOptions.LIMIT_IMAGE_PIXELS),
                options.get(TesseraOptions.LIMIT_IMAGE_EDGE));
    }

    void checkLength(long length) throws InputFailure {
        if (length > bytes) {
            throw refused(
                    Code.LIMIT_BYTES,
                    "input has %d bytes, more than limit.input-bytes %d".formatted(length, bytes));
        }
    }

    void checkStreams(int count) throws InputFailure {
        if (count > streams) {
            throw refused(
                    Code.LIMIT_STREAMS,
                    "container has %d streams, more than limit.streams %d"
                            .formatted(count, streams));
        }
    }

    void checkPicture(int width, int height) throws InputFailure {
        if (Math.max(width, height) > edge) {
            throw refused(
                    Code.LIMIT_EDGE,
                    "video is %dx%d pixels, an edge longer than limit.image-edge %d"
                            .formatted(width, height, edge));
        }
        if ((long) width * height > pixels) {
            throw refused(
                    Code.LIMIT_PIXELS,
                    "video is %dx%d = %d pixels, more than limit.image-pixels %d"
                            .formatted(width, height, (long) width * height, pixels));
        }
    }

    private static InputFailure refused(Code code, String what) {
        return new InputFailure(
                InputState.REFUSED_LIMIT, code, what + "; raise the limit if you trust it");
    }
}
