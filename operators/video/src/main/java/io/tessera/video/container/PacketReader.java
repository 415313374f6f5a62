/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import io.tessera.video.container.DisplayOrder.Numbered;
import io.tessera.video.container.PictureHeader.Leading;
import io.tessera.video.container.PictureHeader.Picture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The packets of the chosen stream in decode order, with what is known of each before decoding. Not
 * thread-safe.
 */
public final class PacketReader implements AutoCloseable {
    /** A damaged file may fail at many packets; beyond this many in a row there is no going on. */
    private static final int ERRORS_IN_A_ROW = 64;

    private record Held(AVPacket packet, PacketInfo info) {}

    private final Container container;
    private final PictureHeader header;
    private final PictureParser parser;
    private final boolean timeless;
    private final boolean byType;
    private final TypeOrder types = new TypeOrder();
    private final PacketBytes bytes = new PacketBytes();
    private final DisplayOrder<Held> order = new DisplayOrder<>();
    private final AVPacket incoming = av_packet_alloc();
    private final AVPacket current = av_packet_alloc();
    private final OtherStreams others;
    private Picture picture = Picture.PLAIN;
    private long lastPts;
    private boolean entered;
    private boolean atFirstEntry;
    private boolean ended;
    private int errorsInARow;
    private long errors;
    private boolean closed;

    public PacketReader(Container container) {
        this.container = container;
        AVCodecParameters parameters = container.stream().codecpar();
        PacketBytes extradata =
                new PacketBytes().of(parameters.extradata(), parameters.extradata_size());
        header = Codecs.header(parameters.codec_id(), extradata);
        timeless = timeless(container);
        byType = timeless && bidirectional(container);
        parser = PictureParser.of(container, timeless);
        others = new OtherStreams(container);
    }

    /** Whether the stream carries no presentation times, so that pictures are numbered instead. */
    static boolean timeless(Container container) {
        int codec = container.stream().codecpar().codec_id();
        boolean reordered =
                codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC || bidirectional(container);
        return container.kind().raw() || (container.kind() == ContainerKind.AVI && reordered);
    }

    /** Whether MPEG-4 pictures are reordered, which only their types tell. */
    private static boolean bidirectional(Container container) {
        AVCodecParameters parameters = container.stream().codecpar();
        return parameters.codec_id() == AV_CODEC_ID_MPEG4 && parameters.video_delay() > 0;
    }

    /**
     * Goes to the next packet and tells what it is; empty where no more can be read, at the end of
     * the input ({@link #ended}) or before it.
     */
    public Optional<PacketInfo> next() {
        if (!timeless) {
            Optional<PacketInfo> info = read();
            if (info.isPresent()) {
                av_packet_unref(current);
                av_packet_move_ref(current, incoming);
            }
            return info;
        }
        boolean more = true;
        while (more && !order.ready(false)) {
            Optional<PacketInfo> info = read();
            more = info.isPresent();
            if (more) {
                AVPacket held = av_packet_alloc();
                av_packet_move_ref(held, incoming);
                order.add(
                        new Held(held, info.orElseThrow()),
                        byType ? types.order() : parser.pictureOrder(),
                        picture.restart());
            }
        }
        if (!order.ready(true)) {
            return Optional.empty();
        }
        Numbered<Held> numbered = order.take();
        av_packet_unref(current);
        av_packet_move_ref(current, numbered.item().packet());
        av_packet_free(numbered.item().packet());
        return Optional.of(numbered.item().info().at(numbered.ordinal()));
    }

    private Optional<PacketInfo> read() {
        int stream = container.stream().index();
        while (!ended && errorsInARow < ERRORS_IN_A_ROW) {
            av_packet_unref(incoming);
            int error = av_read_frame(container.context(), incoming);
            container.checkBytes();
            if (error == AVERROR_EOF()) {
                ended = true;
            } else if (error < 0) {
                errors++;
                errorsInARow++;
            } else if (incoming.stream_index() == stream) {
                errorsInARow = 0;
                return Optional.of(describe());
            } else {
                errorsInARow = 0;
                others.saw(incoming);
            }
        }
        return Optional.empty();
    }

    private PacketInfo describe() {
        picture = header.of(bytes.of(incoming.data(), incoming.size()));
        parser.parse(incoming);
        if (byType) {
            picture = types.next(picture);
        }
        int flags = incoming.flags();
        boolean marked = (flags & AV_PKT_FLAG_KEY) != 0;
        boolean discard = (flags & AV_PKT_FLAG_DISCARD) != 0;
        long pts = incoming.pts();
        if (pts == PacketInfo.NO_TIME) {
            pts = incoming.dts() == PacketInfo.NO_TIME ? lastPts + 1 : incoming.dts();
        }
        lastPts = pts;
        if (picture.entry() && picture.certain()) {
            atFirstEntry = !entered;
            entered = true;
        }
        // Decoders leave these out: what they refer to is before the beginning of the stream.
        boolean cutOff = atFirstEntry && picture.leading() == Leading.DEPENDENT;
        return new PacketInfo(
                pts,
                timeless ? PacketInfo.NO_TIME : incoming.dts(),
                timeless ? 1 : Math.max(0, incoming.duration()),
                incoming.pos(),
                timeless ? picture.restart() : picture.entry() && (marked || picture.certain()),
                marked,
                picture.droppable() && !parser.field(),
                picture.shown() && !discard && !parser.secondField() && !cutOff,
                picture.leading() == Leading.DECODABLE,
                (flags & AV_PKT_FLAG_CORRUPT) != 0);
    }

    /** The packet that {@link #next} went to, valid until the next call. */
    public AVPacket packet() {
        return current;
    }

    /** Whether the demuxer reached the end of the input. */
    public boolean ended() {
        return ended;
    }

    /** How often the demuxer failed to read a packet. */
    public long errors() {
        return errors;
    }

    /** Where the packets of the other streams end, in microseconds; 0 without any. */
    public long othersEndMicros() {
        return others.endMicros();
    }

    /** Whether key packets alone are to be read, as far as the demuxer can tell. */
    public void keysOnly(boolean only) {
        others.keysOnly(only);
    }

    /** Skips all streams but the chosen one. */
    public void skipOthers() {
        others.skip();
    }

    /**
     * Goes to the key packet presented at {@code pts} or some packet before it. False where the
     * container cannot.
     */
    public boolean seek(long pts) {
        return sought(
                av_seek_frame(
                        container.context(),
                        container.stream().index(),
                        pts,
                        AVSEEK_FLAG_BACKWARD));
    }

    /**
     * Goes to the key packet at a byte of a stream without times, where picture {@code ordinal} is.
     */
    public boolean seekByte(long position, long ordinal) {
        boolean done = sought(av_seek_frame(container.context(), -1, position, AVSEEK_FLAG_BYTE));
        order.restartAt(ordinal);
        return done;
    }

    /** Goes to the first packet. False where the container cannot. */
    public boolean rewind() {
        boolean done = atBeginning();
        entered = false;
        return done;
    }

    private boolean atBeginning() {
        if (timeless || container.kind() == ContainerKind.MPEGTS) {
            return seekByte(0, 0);
        }
        return seek(Long.MIN_VALUE / 4);
    }

    private boolean sought(int error) {
        container.checkBytes();
        dropHeld();
        parser.reset();
        types.reset();
        ended = false;
        entered = true;
        atFirstEntry = false;
        errorsInARow = 0;
        return error >= 0;
    }

    private void dropHeld() {
        while (order.ready(true)) {
            av_packet_free(order.take().item().packet());
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        dropHeld();
        parser.close();
        av_packet_free(incoming);
        av_packet_free(current);
    }
}
