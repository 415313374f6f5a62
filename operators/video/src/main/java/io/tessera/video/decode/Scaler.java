/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_FCC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Scales and converts decoded frames in one step, by area, with {@code accurate_rnd} and {@code
 * bitexact}. Contexts are kept for the few sizes in use; the picture lands in a buffer of its own,
 * whose rows are padded, since swscale's vector code may write beyond a row's end. Not thread-safe.
 */
final class Scaler implements AutoCloseable {
    private static final int CONTEXTS = 4;
    private static final int ALIGNMENT = 64;
    private static final int ONE = 1 << 16;

    private record Shape(
            int sourceWidth,
            int sourceHeight,
            int sourceFormat,
            int colours,
            boolean fullRange,
            int width,
            int height,
            int format) {}

    private final Map<Shape, SwsContext> contexts = new LinkedHashMap<>(8, 0.75f, true);
    private final PointerPointer<BytePointer> rows = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private BytePointer picture = new BytePointer(ALIGNMENT);
    private long capacity = ALIGNMENT;

    /** A scaled picture, valid until the next one; row {@code y} begins at {@code y * rowBytes}. */
    record Picture(ByteBuffer bytes, int rowBytes) {}

    /**
     * Scales a frame as it was decoded.
     *
     * @param format AV_PIX_FMT_RGB24 or AV_PIX_FMT_GRAY8
     * @param pixelBytes bytes of a pixel in {@code format}
     */
    Picture scale(AVFrame frame, int width, int height, int format, int pixelBytes) {
        int rowBytes = (width * pixelBytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        reserve((long) rowBytes * height + ALIGNMENT);
        rows.put(0, picture);
        for (int i = 1; i < 4; i++) {
            rows.put(i, (BytePointer) null);
            strides.put(i, 0);
        }
        strides.put(0, rowBytes);
        sws_scale(
                context(frame, width, height, format),
                frame.data(),
                frame.linesize(),
                0,
                frame.height(),
                rows,
                strides);
        ByteBuffer bytes = picture.position(0).capacity(capacity).asByteBuffer();
        return new Picture(bytes, rowBytes);
    }

    private void reserve(long bytes) {
        if (bytes > capacity) {
            picture.close();
            picture = new BytePointer(bytes);
            capacity = bytes;
        }
    }

    private SwsContext context(AVFrame frame, int width, int height, int format) {
        Shape shape =
                new Shape(
                        frame.width(),
                        frame.height(),
                        frame.format(),
                        frame.colorspace(),
                        fullRange(frame),
                        width,
                        height,
                        format);
        SwsContext known = contexts.get(shape);
        if (known != null) {
            return known;
        }
        if (contexts.size() >= CONTEXTS) {
            Shape oldest = contexts.keySet().iterator().next();
            sws_freeContext(contexts.remove(oldest));
        }
        SwsContext made = create(shape);
        contexts.put(shape, made);
        return made;
    }

    private static SwsContext create(Shape shape) {
        SwsContext made =
                sws_getContext(
                        shape.sourceWidth,
                        shape.sourceHeight,
                        shape.sourceFormat,
                        shape.width,
                        shape.height,
                        shape.format,
                        SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT,
                        null,
                        null,
                        (DoublePointer) null);
        if (made == null || made.isNull()) {
            throw new IllegalArgumentException("frame cannot be scaled: " + shape);
        }
        IntPointer from = sws_getCoefficients(coefficients(shape.colours));
        IntPointer to = sws_getCoefficients(SWS_CS_DEFAULT);
        sws_setColorspaceDetails(made, from, shape.fullRange ? 1 : 0, to, 1, 0, ONE, ONE);
        return made;
    }

    private static boolean fullRange(AVFrame frame) {
        int format = frame.format();
        return frame.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    /** Colour matrix of the stream; BT.601, as FFmpeg and its users take it, where it says none. */
    private static int coefficients(int colourSpace) {
        if (colourSpace == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        if (colourSpace == AVCOL_SPC_BT2020_NCL || colourSpace == AVCOL_SPC_BT2020_CL) {
            return SWS_CS_BT2020;
        }
        if (colourSpace == AVCOL_SPC_FCC) {
            return SWS_CS_FCC;
        }
        return colourSpace == AVCOL_SPC_SMPTE240M ? SWS_CS_SMPTE240M : SWS_CS_DEFAULT;
    }

    @Override
    public void close() {
        contexts.values().forEach(context -> sws_freeContext(context));
        contexts.clear();
        picture.close();
        rows.close();
        strides.close();
    }
}
