/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.frame;

import java.nio.ByteBuffer;

/**
 * A decoded frame, valid only inside {@link FrameSink#accept}. Sizes and pixels are upright: the
 * container's rotation is applied. Scaling is one step from the decoder's format to what is asked
 * for, with {@code accurate_rnd} and {@code bitexact}, so equal frames give equal bytes.
 */
public interface DecodedFrame {
    /** Presentation time in microseconds from the input's first frame. */
    long micros();

    /** Whether the sampling rule asked for this frame; others are for measuring only. */
    boolean sampled();

    /** Whether the decoder marked it corrupt or erroneous. */
    boolean flagged();

    /** Pixels across, upright. */
    int width();

    /** Pixels down, upright. */
    int height();

    /**
     * Scales to {@code width} x {@code height} and writes RGB rows, 3 bytes a pixel, each starting
     * {@code rowBytes} after the one before, from the target's position on. The position stays.
     *
     * @param target direct buffer with room for the last row
     */
    void rgb(int width, int height, ByteBuffer target, int rowBytes);

    /** As {@link #rgb}, luma only, 1 byte a pixel, rows without padding, full range 0-255. */
    void grey(int width, int height, ByteBuffer target);
}
