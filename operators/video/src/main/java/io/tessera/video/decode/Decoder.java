/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import io.tessera.video.container.Codecs;
import io.tessera.video.container.Container;
import io.tessera.video.container.PacketInfo;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * One decoder with one thread. Each packet goes in under a number of ours in place of its time, and
 * each frame comes out under the number of its packet, so that equal or wrong times confuse
 * nothing. Not thread-safe.
 */
final class Decoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private boolean closed;

    Decoder(Container container) throws InputFailure {
        String name = Codecs.decoder(container.stream().codecpar().codec_id()).orElseThrow();
        AVCodec codec = avcodec_find_decoder_by_name(name);
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, container.stream().codecpar());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "threads", "1", 0);
        av_dict_set(options, "codec_whitelist", Codecs.WHITELIST, 0);
        av_dict_set(options, "max_pixels", Long.toString(container.limits().pixels()), 0);
        int error = avcodec_open2(context, codec, options);
        av_dict_free(options);
        if (error < 0) {
            close();
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.UNREADABLE,
                    "decoder %s does not accept the stream's parameters; give an undamaged copy"
                            .formatted(name));
        }
    }

    /**
     * Decodes a packet and hands out the frames that come, each valid only during the call. Errors
     * of the packet are not reported: its frame does not come, or comes flagged.
     */
    void send(AVPacket packet, long number, Consumer<AVFrame> out) {
        packet.pts(number);
        packet.dts(PacketInfo.NO_TIME);
        while (avcodec_send_packet(context, packet) == AVERROR_EAGAIN()) {
            if (!receive(out)) {
                return;
            }
        }
        receive(out);
    }

    /** Lets out all frames that are still inside, and makes ready for a new beginning. */
    void drain(Consumer<AVFrame> out) {
        avcodec_send_packet(context, null);
        receive(out);
        avcodec_flush_buffers(context);
    }

    /** Forgets all that was sent. */
    void flush() {
        avcodec_flush_buffers(context);
    }

    private boolean receive(Consumer<AVFrame> out) {
        boolean any = false;
        while (avcodec_receive_frame(context, frame) >= 0) {
            any = true;
            out.accept(frame);
        }
        return any;
    }

    /** Whether the decoder says that something of the frame is wrong or was concealed. */
    static boolean flagged(AVFrame frame) {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0
                || frame.decode_error_flags() != 0;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
