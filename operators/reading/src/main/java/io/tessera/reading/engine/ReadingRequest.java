/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.engine;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.PageFacts;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit to be worded, answered or read.
 *
 * @param task what is wanted
 * @param chunk facts of a chunk; null for a page
 * @param page facts of a page; null for a chunk
 * @param startMicros start of the chunk from the input's first frame; 0 for a page
 * @param endMicros end of the chunk, exclusive
 * @param images what a model is to see, in order; empty for an engine that never looks
 * @param system system text; null for the family's default
 * @param prompt text of a person or a job, taken literally: it cannot inject a token
 * @param limits bounds of the answer
 * @param requester who asks; engines are fair between requesters
 */
public record ReadingRequest(
        Task task,
        @Nullable ChunkFacts chunk,
        @Nullable PageFacts page,
        long startMicros,
        long endMicros,
        List<Picture> images,
        @Nullable String system,
        @Nullable String prompt,
        Limits limits,
        String requester) {
    /** What is wanted. */
    public enum Task {
        CAPTION,
        PAGE_TEXT,
        ANSWER
    }

    /**
     * An RGB picture: an undivided one, or the tiles of one with their layout.
     *
     * @param width pixels across of the whole picture
     * @param height pixels down
     * @param rgb rows of 3 bytes a pixel; valid until the request completes
     * @param sha256 of the RGB bytes
     */
    public record Picture(int width, int height, ByteBuffer rgb, String sha256) {}

    /**
     * Bounds of the answer.
     *
     * @param maxTokens most tokens to write
     * @param deadlineMicros wall clock for the whole request
     */
    public record Limits(int maxTokens, long deadlineMicros) {}

    public ReadingRequest {
        images = List.copyOf(images);
    }
}
