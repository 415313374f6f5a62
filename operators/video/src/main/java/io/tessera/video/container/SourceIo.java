/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Gives FFmpeg the bytes of a {@link ByteSource} as a seekable stream, which is all of the outside
 * world that it gets to see. The two native callbacks exist once a process, since JavaCPP has a
 * fixed number of them; they find their source by the address of a token.
 */
final class SourceIo implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SEEK_END = 2;
    private static final int SEEK_CURRENT = 1;
    private static final int FAILED = -5;
    private static final Map<Long, SourceIo> OPEN = new ConcurrentHashMap<>();
    private static final Read READ = new Read();
    private static final Seek SEEK = new Seek();

    private final ByteSource source;
    private final Pointer token;
    private @Nullable AVIOContext context;
    private long position;
    private @Nullable Exception failure;
    private Progress progress = Progress.NONE;

    SourceIo(ByteSource source) {
        this.source = source;
        token = av_malloc(1);
        OPEN.put(token.address(), this);
        BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES));
        context = avio_alloc_context(buffer, BUFFER_BYTES, 0, token, READ, null, SEEK);
    }

    AVIOContext context() {
        if (context == null) {
            throw new IllegalStateException("input is closed");
        }
        return context;
    }

    /** Whose clock every read winds up, so that long seeks and probes do not look like a hang. */
    void report(Progress to) {
        progress = to;
    }

    /** Rethrows what the byte source threw inside a native call: it is no property of the bytes. */
    void check() {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof IOException io) {
            throw new UncheckedIOException("bytes of the input cannot be read", io);
        }
    }

    private int read(BytePointer target, int size) {
        progress.tick();
        try {
            ByteBuffer view = target.capacity(size).asByteBuffer();
            int count = source.read(position, view);
            if (count < 0) {
                return AVERROR_EOF();
            }
            position += count;
            return count;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return FAILED;
        }
    }

    private long seek(long offset, int whence) {
        int from = whence & ~AVSEEK_FORCE;
        if (from == AVSEEK_SIZE) {
            return source.length();
        }
        long base = from == SEEK_END ? source.length() : from == SEEK_CURRENT ? position : 0;
        if (base + offset < 0) {
            return FAILED;
        }
        position = base + offset;
        return position;
    }

    /** Frees the native side; the source stays open. */
    @Override
    public void close() {
        if (context == null) {
            return;
        }
        OPEN.remove(token.address());
        av_free(context.buffer());
        avio_context_free(context);
        av_free(token);
        context = null;
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            SourceIo io = OPEN.get(opaque.address());
            return io == null ? FAILED : io.read(buffer, size);
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            SourceIo io = OPEN.get(opaque.address());
            return io == null ? FAILED : io.seek(offset, whence);
        }
    }
}
