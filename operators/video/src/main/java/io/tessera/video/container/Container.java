/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.Progress;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * An opened container with its chosen video stream: the one marked as default, else the one with
 * the most pixels; an attached picture is never chosen. FFmpeg gets a demuxer that was pinned
 * before, bytes to read, and no protocol at all. Not thread-safe; {@link #close} frees all that is
 * native and leaves the byte source open.
 */
public final class Container implements AutoCloseable {
    /** The stream limit is checked by us; this one only keeps FFmpeg from building thousands. */
    private static final int STREAMS_AT_ALL = 1000;

    private static final String UNKNOWN_FORMAT =
            "no video container that is read begins with the bytes %s; give MP4/MOV,"
                    + " Matroska/WebM, MPEG-TS, AVI, FLV or raw H.264/H.265";
    private static final String UNKNOWN_CODEC =
            "video codec %s is not read; give H.264, HEVC, VVC, VP8, VP9, AV1, MPEG-4 part 2 or"
                    + " Motion JPEG";
    private static final int OUT_OF_MEMORY = -12;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private final ContainerKind kind;
    private final ByteSource source;
    private final SourceIo io;
    private final Limits limits;
    private @Nullable AVFormatContext context;
    private @Nullable AVStream stream;

    private Container(ContainerKind kind, ByteSource source, Limits limits) {
        this.kind = kind;
        this.source = source;
        this.limits = limits;
        io = new SourceIo(source);
    }

    /**
     * Opens by leading bytes and finds the video stream.
     *
     * @throws InputFailure EMPTY, UNSUPPORTED, ENCRYPTED, REFUSED_LIMIT or CORRUPT
     */
    public static Container open(ByteSource source, Limits limits, Progress progress)
            throws InputFailure {
        limits.checkLength(source.length());
        if (source.length() == 0) {
            throw new InputFailure(InputState.EMPTY, Code.NO_BYTES, "input has 0 bytes");
        }
        byte[] head = head(source);
        ContainerKind kind =
                ContainerKind.of(head)
                        .orElseThrow(
                                () ->
                                        new InputFailure(
                                                InputState.UNSUPPORTED,
                                                Code.FORMAT,
                                                UNKNOWN_FORMAT.formatted(Heads.show(head))));
        Container container = new Container(kind, source, limits);
        try {
            container.io.report(progress);
            container.openDemuxer();
            container.findStream();
            return container;
        } catch (InputFailure | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static byte[] head(ByteSource source) {
        ByteBuffer head =
                ByteBuffer.allocate((int) Math.min(ContainerKind.HEAD_BYTES, source.length()));
        try {
            int count = 0;
            while (head.hasRemaining() && count >= 0) {
                count = source.read(head.position(), head);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes of the input cannot be read", e);
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    private void openDemuxer() throws InputFailure {
        AVFormatContext opening = avformat_alloc_context();
        opening.pb(io.context());
        opening.flags(opening.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        av_dict_set(options, "format_whitelist", kind.demuxer(), 0);
        av_dict_set(options, "codec_whitelist", Codecs.WHITELIST, 0);
        av_dict_set(options, "max_streams", Integer.toString(STREAMS_AT_ALL), 0);
        int error = avformat_open_input(opening, "", av_find_input_format(kind.demuxer()), options);
        av_dict_free(options);
        io.check();
        if (error == OUT_OF_MEMORY) {
            limits.checkStreams(STREAMS_AT_ALL + 1);
        }
        if (error < 0) {
            throw corrupt("cannot be opened", error);
        }
        context = opening;
    }

    private void findStream() throws InputFailure {
        limits.checkStreams(context().nb_streams());
        for (int i = 0; i < context().nb_streams(); i++) {
            checkPicture(context().streams(i).codecpar());
        }
        int error = probe();
        io.check();
        if (error < 0) {
            throw corrupt("has no readable streams", error);
        }
        limits.checkStreams(context().nb_streams());
        AVStream chosen = choose();
        AVCodecParameters parameters = chosen.codecpar();
        VideoStream.checkEncryption(parameters);
        if (Codecs.decoder(parameters.codec_id()).isEmpty()) {
            throw new InputFailure(
                    InputState.UNSUPPORTED, Code.CODEC, UNKNOWN_CODEC.formatted(codecName()));
        }
        checkPicture(parameters);
    }

    /** Lets FFmpeg look at the first packets, with the pixel limit on every decoder it tries. */
    private int probe() {
        int count = context().nb_streams();
        try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, count))) {
            for (int i = 0; i < count; i++) {
                AVDictionary one = new AVDictionary(null);
                av_dict_set(one, "max_pixels", Long.toString(limits.pixels()), 0);
                av_dict_set(one, "threads", "1", 0);
                options.put(i, one);
            }
            int error = avformat_find_stream_info(context(), options);
            for (int i = 0; i < count; i++) {
                AVDictionary one = options.get(AVDictionary.class, i);
                if (one != null) {
                    av_dict_free(one);
                }
            }
            return error;
        }
    }

    private void checkPicture(AVCodecParameters parameters) throws InputFailure {
        if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO) {
            limits.checkPicture(parameters.width(), parameters.height());
        }
    }

    private AVStream choose() throws InputFailure {
        AVStream best = VideoStream.best(context());
        if (context().nb_streams() == 0) {
            throw corrupt("holds no stream", 0);
        }
        if (best == null) {
            throw new InputFailure(
                    InputState.EMPTY,
                    Code.NO_VIDEO,
                    "container %s has %d streams and no video among them"
                            .formatted(kind.demuxer(), context().nb_streams()));
        }
        stream = best;
        return best;
    }

    /** Clockwise turn that makes the picture upright: 0, 90, 180 or 270 degrees. */
    public int rotation() {
        return VideoStream.rotation(stream().codecpar());
    }

    public ContainerKind kind() {
        return kind;
    }

    public String codecName() {
        return avcodec_get_name(stream().codecpar().codec_id()).getString();
    }

    public boolean hasAudio() {
        return VideoStream.hasAudio(context());
    }

    /**
     * Unit of the presentation times of {@link PacketReader}: the stream's time base, or one frame
     * where the stream carries no times.
     */
    public TimeBase timeBase() throws InputFailure {
        AVRational base = stream().time_base();
        if (!PacketReader.timeless(this)) {
            if (base.num() <= 0 || base.den() <= 0) {
                throw corrupt("has the time base %d/%d".formatted(base.num(), base.den()), 0);
            }
            return new TimeBase(base.num(), base.den());
        }
        AVRational rate = av_guess_frame_rate(context(), stream(), null);
        if (rate.num() <= 0 || rate.den() <= 0 || rate.num() > 240L * rate.den()) {
            return new TimeBase(1, 25);
        }
        int ticks = rate.den();
        return new TimeBase(ticks, rate.num());
    }

    /** Whether the stream carries no times, so that presentation times are ordinals. */
    public boolean timeless() {
        return PacketReader.timeless(this);
    }

    public Limits limits() {
        return limits;
    }

    public AVStream stream() {
        if (stream == null) {
            throw new IllegalStateException("input is closed");
        }
        return stream;
    }

    public AVFormatContext context() {
        if (context == null) {
            throw new IllegalStateException("input is closed");
        }
        return context;
    }

    /** Whose clock the reads of the following calls wind up. */
    public void report(Progress progress) {
        io.report(progress);
    }

    /** Losses in the chosen stream of a transport stream, by one more look at all bytes. */
    public long continuityErrors(Progress progress) {
        int packetBytes = ContainerKind.transportPacketBytes(head(source));
        return TransportContinuity.errors(source, stream().id(), packetBytes, progress);
    }

    void checkBytes() {
        io.check();
    }

    private InputFailure corrupt(String what, int error) {
        String cause = error == 0 ? "" : " (" + NativeError.text(error) + ")";
        return new InputFailure(
                InputState.CORRUPT,
                Code.UNREADABLE,
                "%s container %s%s; give an undamaged copy".formatted(kind.demuxer(), what, cause));
    }

    @Override
    public void close() {
        stream = null;
        if (context != null) {
            avformat_close_input(context);
            context = null;
        }
        io.close();
    }
}
