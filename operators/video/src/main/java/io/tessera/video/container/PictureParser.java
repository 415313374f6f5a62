/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_BOTTOM_FIELD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_TOP_FIELD;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * What only FFmpeg's own parser tells of a picture: its order count, where a stream carries no
 * times, and whether it is the second field of a frame, where fields come in packets of their own.
 * It runs only on streams that need it.
 */
final class PictureParser implements AutoCloseable {
    private final AVCodecParameters parameters;
    private final boolean needed;
    private final PointerPointer<?> output = new PointerPointer<>(1);
    private final IntPointer outputSize = new IntPointer(1);
    private @Nullable AVCodecContext context;
    private @Nullable AVCodecParserContext parser;
    private int openField;
    private boolean field;
    private boolean secondField;

    private PictureParser(AVCodecParameters parameters, boolean needed) {
        this.parameters = parameters;
        this.needed = needed;
    }

    static PictureParser of(Container container, boolean timeless) {
        AVCodecParameters parameters = container.stream().codecpar();
        int codec = parameters.codec_id();
        int fieldOrder = parameters.field_order();
        boolean separateFields =
                container.kind() == ContainerKind.MPEGTS
                        || (fieldOrder != AV_FIELD_UNKNOWN && fieldOrder != AV_FIELD_PROGRESSIVE);
        boolean needed =
                (codec == AV_CODEC_ID_H264 && (timeless || separateFields))
                        || (codec == AV_CODEC_ID_HEVC && timeless);
        return new PictureParser(parameters, needed);
    }

    void parse(AVPacket packet) {
        if (!needed) {
            return;
        }
        AVCodecParserContext running = running();
        av_parser_parse2(
                running,
                context,
                output,
                outputSize,
                packet.data(),
                packet.size(),
                packet.pts(),
                packet.dts(),
                packet.pos());
        int structure = running.picture_structure();
        field =
                structure == AV_PICTURE_STRUCTURE_TOP_FIELD
                        || structure == AV_PICTURE_STRUCTURE_BOTTOM_FIELD;
        secondField = field && openField != 0 && openField != structure;
        openField = field && !secondField ? structure : 0;
    }

    private AVCodecParserContext running() {
        if (parser == null) {
            context = avcodec_alloc_context3(null);
            avcodec_parameters_to_context(context, parameters);
            parser = av_parser_init(parameters.codec_id());
            parser.flags(parser.flags() | AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES);
        }
        return parser;
    }

    /** Picture order count within the coded sequence. */
    int pictureOrder() {
        return parser == null ? 0 : parser.output_picture_number();
    }

    /** Whether the packet holds one field. */
    boolean field() {
        return field;
    }

    /** Whether the packet holds the second field of a frame whose first came before. */
    boolean secondField() {
        return secondField;
    }

    /** Forgets what came before, after a seek. */
    void reset() {
        if (parser != null) {
            av_parser_close(parser);
            avcodec_free_context(context);
            parser = null;
            context = null;
        }
        openField = 0;
    }

    @Override
    public void close() {
        reset();
        output.close();
        outputSize.close();
    }
}
