/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.still;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Writes RGB pictures as JPEG: baseline, chroma halved both ways, no metadata. Equal pixels give
 * equal bytes for one build. Thread-safe: it keeps nothing.
 */
public final class JpegEncoder {
    /** Longest edge that the format holds. */
    public static final int LONGEST_EDGE = 65_500;

    private static final int COARSEST = 31;
    private static final int FINEST = 2;

    private JpegEncoder() {}

    /**
     * Encodes a picture.
     *
     * @param rgb 3 bytes a pixel, rows without padding, from its position on; the position stays
     * @param quality 1, smallest, to 100, best; 85 suits people
     * @throws IllegalArgumentException if a size or the quality is out of range, or the buffer is
     *     too short
     */
    public static byte[] encode(ByteBuffer rgb, int width, int height, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is not from 1 to 100: " + quality);
        }
        if (width < 1 || height < 1 || Math.max(width, height) > LONGEST_EDGE) {
            throw new IllegalArgumentException(
                    "a JPEG has edges of 1 to %d pixels, not %dx%d"
                            .formatted(LONGEST_EDGE, width, height));
        }
        int scale = FINEST + Math.round((100 - quality) * (COARSEST - FINEST) / 99f);
        AVFrame frame = RgbFrames.convert(rgb, width, height, AV_PIX_FMT_YUVJ420P);
        AVCodecContext context = null;
        try {
            context = open(width, height, scale);
            frame.quality(scale * FF_QP2LAMBDA);
            frame.color_range(AVCOL_RANGE_JPEG);
            frame.pts(0);
            avcodec_send_frame(context, frame);
            return receive(context);
        } finally {
            RgbFrames.free(frame);
            if (context != null) {
                avcodec_free_context(context);
            }
        }
    }

    private static AVCodecContext open(int width, int height, int scale) {
        AVCodec codec = avcodec_find_encoder_by_name("mjpeg");
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUVJ420P);
        context.color_range(AVCOL_RANGE_JPEG);
        context.time_base().num(1).den(1);
        context.sample_aspect_ratio().num(1).den(1);
        context.thread_count(1);
        context.flags(AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
        context.global_quality(scale * FF_QP2LAMBDA);
        context.qmin(FINEST);
        context.qmax(COARSEST);
        int error = avcodec_open2(context, codec, (AVDictionary) null);
        if (error < 0) {
            avcodec_free_context(context);
            throw new IllegalStateException("JPEG encoder cannot be opened: error " + error);
        }
        return context;
    }

    private static byte[] receive(AVCodecContext context) {
        AVPacket packet = av_packet_alloc();
        try {
            int error = avcodec_receive_packet(context, packet);
            if (error < 0) {
                throw new IllegalStateException("JPEG encoder gave nothing: error " + error);
            }
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            av_packet_free(packet);
        }
    }
}
