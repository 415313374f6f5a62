/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Frames that came before their chunk; it owns its references to them. */
final class HeldFrames {
    private record Held(AVFrame frame, Sent sent) {}

    private final Deque<Held> frames = new ArrayDeque<>();

    /** Keeps a reference of its own to the frame. */
    void add(AVFrame frame, Sent sent) {
        frames.add(new Held(av_frame_clone(frame), sent));
    }

    /** Hands out those that are held now, each valid during the call; some may be added anew. */
    void giveBack(BiConsumer<AVFrame, Sent> taker) {
        int count = frames.size();
        for (int i = 0; i < count; i++) {
            Held one = frames.remove();
            try {
                taker.accept(one.frame, one.sent);
            } finally {
                av_frame_free(one.frame);
            }
        }
    }

    void clear() {
        frames.forEach(one -> av_frame_free(one.frame));
        frames.clear();
    }
}
