/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.still;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Frames for encoders from RGB pictures; the caller frees them. */
public final class RgbFrames {
    private static final int ONE = 1 << 16;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private RgbFrames() {}

    /**
     * Converts a picture to BT.601 luma and chroma: full range for {@code AV_PIX_FMT_YUVJ420P},
     * else video range. Free the frame with {@link #free}.
     *
     * @param rgb 3 bytes a pixel, rows without padding, from its position on; the position stays
     */
    public static AVFrame convert(ByteBuffer rgb, int width, int height, int format) {
        if (rgb.remaining() < 3L * width * height) {
            throw new IllegalArgumentException(
                    "%d bytes are too few for %dx%d RGB pixels"
                            .formatted(rgb.remaining(), width, height));
        }
        AVFrame source = allocate(width, height, AV_PIX_FMT_RGB24);
        AVFrame target = allocate(width, height, format);
        try {
            fill(source, rgb, width, height);
            scale(source, target, format == AV_PIX_FMT_YUVJ420P);
            return target;
        } finally {
            free(source);
        }
    }

    public static void free(AVFrame frame) {
        av_frame_free(frame);
    }

    private static AVFrame allocate(int width, int height, int format) {
        AVFrame frame = av_frame_alloc();
        frame.width(width);
        frame.height(height);
        frame.format(format);
        int error = av_frame_get_buffer(frame, 0);
        if (error < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("no memory for a frame of " + width + "x" + height);
        }
        return frame;
    }

    private static void fill(AVFrame frame, ByteBuffer rgb, int width, int height) {
        int rowBytes = frame.linesize(0);
        ByteBuffer rows = frame.data(0).capacity((long) rowBytes * height).asByteBuffer();
        for (int y = 0; y < height; y++) {
            rows.put(y * rowBytes, rgb, rgb.position() + y * 3 * width, 3 * width);
        }
    }

    private static void scale(AVFrame source, AVFrame target, boolean fullRange) {
        SwsContext context =
                sws_getContext(
                        source.width(),
                        source.height(),
                        source.format(),
                        target.width(),
                        target.height(),
                        target.format(),
                        SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT,
                        null,
                        null,
                        (DoublePointer) null);
        try {
            IntPointer matrix = sws_getCoefficients(SWS_CS_ITU601);
            sws_setColorspaceDetails(context, matrix, 1, matrix, fullRange ? 1 : 0, 0, ONE, ONE);
            sws_scale(
                    context,
                    source.data(),
                    source.linesize(),
                    0,
                    source.height(),
                    target.data(),
                    target.linesize());
        } finally {
            sws_freeContext(context);
        }
    }
}
