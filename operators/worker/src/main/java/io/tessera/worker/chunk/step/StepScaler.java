/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;

/** Makes steps of frames: about 14,400 pixels each, whatever the video's size. */
public final class StepScaler {
    private static final int PIXELS = 160 * 90;
    private static final int SHORTEST_EDGE = 16;
    private static final int LONGEST_EDGE = 900;

    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /** Scales a frame down; one that is smaller keeps its size but for edges under 16 pixels. */
    public StepFrame scale(DecodedFrame frame) {
        double aspect = (double) frame.width() / frame.height();
        int width = side(Math.sqrt(PIXELS * aspect), frame.width());
        int height = side(Math.sqrt(PIXELS / aspect), frame.height());
        int bytes = 3 * width * height;
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
        frame.rgb(width, height, buffer, 3 * width);
        byte[] rgb = new byte[bytes];
        buffer.get(0, rgb);
        return StepFrame.of(frame.micros(), width, height, rgb);
    }

    private static int side(double wanted, int available) {
        int most = Math.min(LONGEST_EDGE, Math.max(SHORTEST_EDGE, available));
        return Math.max(SHORTEST_EDGE, Math.min((int) Math.rint(wanted), most));
    }
}
