/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.video.container.Container;
import io.tessera.video.container.Limits;
import io.tessera.video.decode.ForwardWalk;
import io.tessera.video.frame.FrameSink;
import io.tessera.video.plan.VideoPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * An opened video: plan it once, then walk over its chunks, best in order. {@link #plan} and {@link
 * #walk} need not happen in the same process. Not thread-safe.
 *
 * <pre>{@code
 * try (VideoSource video = VideoSource.open(bytes, options, progress)) {
 *     for (UnitSpec unit : video.plan(progress).getUnits()) {
 *         DecodeHealth health = video.walk(unit.getChunk(), 200_000, sink, progress);
 *     }
 * }
 * }</pre>
 */
public final class VideoSource implements AutoCloseable {
    private final ByteSource bytes;
    private final Options options;
    private @Nullable Container fresh;
    private @Nullable Container planned;
    private @Nullable ForwardWalk walk;
    private boolean closed;

    private VideoSource(ByteSource bytes, Options options, Container opened) {
        this.bytes = bytes;
        this.options = options;
        fresh = opened;
    }

    /**
     * Opens a video by its leading bytes. Closing it closes the bytes; if this throws, they stay
     * open.
     *
     * @throws InputFailure EMPTY, UNSUPPORTED, ENCRYPTED, REFUSED_LIMIT or CORRUPT
     */
    public static VideoSource open(ByteSource bytes, Options options, Progress progress)
            throws InputFailure {
        requireNonNull(bytes, "bytes is null");
        requireNonNull(options, "options is null");
        return new VideoSource(bytes, options, Container.open(bytes, Limits.of(options), progress));
    }

    /**
     * Counts the whole video by one pass over its packets and cuts it into chunks.
     *
     * @throws InputFailure REFUSED_LIMIT, or CORRUPT or EMPTY where there is no frame to decode
     */
    public InputPlan plan(Progress progress) throws InputFailure {
        if (planned != null) {
            planned.close();
            planned = null;
        }
        planned = container(progress);
        return VideoPlan.of(planned, options, progress);
    }

    /**
     * Decodes what is wanted of a chunk, in presentation order: the frames at its targets, marked
     * {@code sampled}, and for measuring one frame in each {@code analysisStepMicros} from the
     * chunk's start on, the one that is cheapest to decode. Decodes as little as gives these frames
     * bit by bit as a decode of the whole video would. The decoder stays where it is, so that the
     * following chunk goes on from there.
     *
     * @param analysisStepMicros 0 for the targets alone
     * @return what was sent and what came of it, counted over the chunk's own packets, so that it
     *     does not depend on where decoding began; {@code framesDecoded} less than {@code
     *     framesExpected} where frames are missing
     * @throws InputFailure what the sink throws
     */
    public DecodeHealth walk(
            ChunkSpec chunk, long analysisStepMicros, FrameSink sink, Progress progress)
            throws InputFailure {
        if (walk == null) {
            // After a plan the demuxer knows the whole index, so its container is the better one.
            Container container = planned != null ? planned : container(progress);
            boolean untouched = container != planned;
            planned = null;
            walk = new ForwardWalk(container, untouched);
        }
        return walk.over(chunk, analysisStepMicros, sink, progress);
    }

    /** The container as it was opened, or a new one where that was used up. */
    private Container container(Progress progress) throws InputFailure {
        if (closed) {
            throw new IllegalStateException("video is closed");
        }
        Container container = fresh;
        fresh = null;
        return container != null ? container : Container.open(bytes, Limits.of(options), progress);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (walk != null) {
            walk.close();
        }
        if (planned != null) {
            planned.close();
        }
        if (fresh != null) {
            fresh.close();
        }
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes of the input cannot be closed", e);
        }
    }
}
