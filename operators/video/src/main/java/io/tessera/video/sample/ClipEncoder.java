/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.sample;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.tessera.video.still.RgbFrames;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes short clips in memory: RGB pictures to video in MP4, its index first, so that a clip that
 * is cut off still opens. Equal pictures give equal bytes for one build. Not thread-safe.
 *
 * <pre>{@code
 * try (ClipEncoder clip = new ClipEncoder(Codec.H264, 640, 360, 25, 50)) {
 *     clip.add(rgb); // once a frame
 *     byte[] mp4 = clip.finish();
 * }
 * }</pre>
 */
public final class ClipEncoder implements AutoCloseable {
    /** What the pictures are coded with. */
    public enum Codec {
        H264("libopenh264"),
        MPEG4("mpeg4");

        private final String encoder;

        Codec(String encoder) {
            this.encoder = encoder;
        }
    }

    /** Room for the index at the head of the file. */
    private static final int INDEX_BYTES = 2048;

    private static final int INDEX_BYTES_A_FRAME = 24;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private final int width;
    private final int height;
    private final List<AVPacket> packets = new ArrayList<>();
    private final AVCodecContext encoder;
    private long frames;
    private boolean finished;
    private boolean closed;

    /**
     * Begins a clip.
     *
     * @param width even, in pixels
     * @param height even, in pixels
     * @param framesPerSecond 1 to 120
     * @param keyFrameEvery frames from one key frame to the next; an encoder may add some at cuts
     */
    public ClipEncoder(Codec codec, int width, int height, int framesPerSecond, int keyFrameEvery) {
        if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "a clip has even edges of 16 pixels or more, not " + width + "x" + height);
        }
        if (framesPerSecond < 1 || framesPerSecond > 120 || keyFrameEvery < 1) {
            throw new IllegalArgumentException(
                    "not a rate and key frame distance: %d, %d"
                            .formatted(framesPerSecond, keyFrameEvery));
        }
        this.width = width;
        this.height = height;
        encoder = openEncoder(codec, width, height, framesPerSecond, keyFrameEvery);
    }

    private static AVCodecContext openEncoder(
            Codec codec, int width, int height, int rate, int keyFrameEvery) {
        AVCodec found = avcodec_find_encoder_by_name(codec.encoder);
        if (found == null || found.isNull()) {
            throw new IllegalStateException("this build has no encoder " + codec.encoder);
        }
        AVCodecContext context = avcodec_alloc_context3(found);
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base(rational(1, rate));
        context.framerate(rational(rate, 1));
        context.gop_size(keyFrameEvery);
        context.max_b_frames(0);
        context.thread_count(1);
        context.bit_rate(Math.max(400_000L, 4L * width * height));
        context.flags(AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        int error = avcodec_open2(context, found, (AVDictionary) null);
        if (error < 0) {
            avcodec_free_context(context);
            throw new IllegalStateException(
                    "encoder %s cannot be opened: error %d".formatted(codec.encoder, error));
        }
        return context;
    }

    private static AVRational rational(int num, int den) {
        return new AVRational().num(num).den(den);
    }

    /**
     * Adds the next frame.
     *
     * @param rgb 3 bytes a pixel, rows without padding, from its position on; the position stays
     */
    public void add(ByteBuffer rgb) {
        AVFrame frame = RgbFrames.convert(rgb, width, height, AV_PIX_FMT_YUV420P);
        frame.pts(frames++);
        try {
            avcodec_send_frame(encoder, frame);
        } finally {
            RgbFrames.free(frame);
        }
        receive();
    }

    private void receive() {
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            packets.add(packet);
            packet = av_packet_alloc();
        }
        av_packet_free(packet);
    }

    /** Ends the clip and returns its bytes. Nothing can be added afterwards. */
    public byte[] finish() {
        if (finished) {
            throw new IllegalStateException("clip is finished");
        }
        finished = true;
        avcodec_send_frame(encoder, null);
        receive();
        AVFormatContext format = new AVFormatContext(null);
        avformat_alloc_output_context2(format, null, "mp4", null);
        AVIOContext memory = new AVIOContext(null);
        avio_open_dyn_buf(memory);
        format.pb(memory);
        try (PointerPointer<BytePointer> buffer = new PointerPointer<>(1)) {
            mux(format);
            int size = avio_close_dyn_buf(memory, buffer);
            BytePointer bytes = buffer.get(BytePointer.class, 0);
            byte[] clip = new byte[size];
            bytes.get(clip);
            av_free(bytes);
            return clip;
        } finally {
            format.pb(null);
            avformat_free_context(format);
        }
    }

    private void mux(AVFormatContext format) {
        AVStream stream = avformat_new_stream(format, null);
        avcodec_parameters_from_context(stream.codecpar(), encoder);
        stream.time_base(encoder.time_base());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "fflags", "+bitexact", 0);
        long index = INDEX_BYTES + INDEX_BYTES_A_FRAME * frames;
        av_dict_set(options, "moov_size", Long.toString(index), 0);
        int error = avformat_write_header(format, options);
        av_dict_free(options);
        if (error < 0) {
            throw new IllegalStateException("MP4 header cannot be written: error " + error);
        }
        for (AVPacket packet : packets) {
            packet.stream_index(0);
            packet.duration(1);
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            av_interleaved_write_frame(format, packet);
        }
        av_write_trailer(format);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        packets.forEach(packet -> av_packet_free(packet));
        packets.clear();
        avcodec_free_context(encoder);
    }
}
