/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONKEY;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** What the demuxer is told to leave out, and how far the streams reach that were not chosen. */
final class OtherStreams {
    private final Container container;
    private long endMicros;

    OtherStreams(Container container) {
        this.container = container;
    }

    void saw(AVPacket packet) {
        AVRational base = container.context().streams(packet.stream_index()).time_base();
        if (packet.pts() != PacketInfo.NO_TIME && base.num() > 0 && base.den() > 0) {
            long end = packet.pts() + Math.max(0, packet.duration());
            endMicros = Math.max(endMicros, new TimeBase(base.num(), base.den()).micros(end));
        }
    }

    long endMicros() {
        return endMicros;
    }

    void skip() {
        int chosen = container.stream().index();
        for (int i = 0; i < container.context().nb_streams(); i++) {
            if (i != chosen) {
                AVStream other = container.context().streams(i);
                other.discard(AVDISCARD_ALL);
            }
        }
    }

    void keysOnly(boolean only) {
        container.stream().discard(only ? AVDISCARD_NONKEY : AVDISCARD_DEFAULT);
    }
}
