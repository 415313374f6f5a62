/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.failure;

/**
 * Error codes. They stand in records, JSON lines and messages, so a name never changes its meaning.
 */
public enum Code {
    /** The reference does not exist or is refused to us. */
    NOT_FOUND,
    /** The scheme of a reference is not read here. */
    SCHEME,
    /** Length of the bytes differs from the claim. */
    LENGTH_MISMATCH,
    /** SHA-256 of the bytes differs from the claim. */
    DIGEST_MISMATCH,
    /** Zero bytes. */
    NO_BYTES,
    /** A sound document without a page. */
    NO_PAGES,
    /** A sound container without a video stream. */
    NO_VIDEO,
    /** A format that is not read. */
    FORMAT,
    /** A codec that is not read. */
    CODEC,
    /** A feature of a format that is not read. */
    FEATURE,
    /** A password is needed and none was given. */
    PASSWORD_NEEDED,
    /** The password that was given does not open the input. */
    WRONG_PASSWORD,
    /** More pixels than the limit. */
    LIMIT_PIXELS,
    /** A longer edge than the limit. */
    LIMIT_EDGE,
    /** More pages than the limit. */
    LIMIT_PAGES,
    /** More bytes than the limit. */
    LIMIT_BYTES,
    /** More streams than the limit. */
    LIMIT_STREAMS,
    /** More packets than can be planned. */
    LIMIT_PACKETS,
    /** A chunk longer than the limit. */
    LIMIT_CHUNK,
    /** Decompressed data beyond the limit or the ratio. */
    LIMIT_INFLATED,
    /** Deeper nesting than the limit. */
    LIMIT_NESTING,
    /** A result larger than the region that was granted. */
    LIMIT_REGION,
    /** The worker did not answer in time, twice. */
    TIMEOUT,
    /** The worker ran out of memory, twice. */
    OOM,
    /** The worker died, twice. */
    CRASH,
    /** The engine's answer failed the gate after the retry ladder. */
    MODEL_INVALID,
    /** The bytes cannot be opened. */
    UNREADABLE,
    /** Opened, but nothing could be delivered. */
    NOTHING_DELIVERED,
    /** A page that has content renders without ink. */
    RENDERED_EMPTY,
    /** A page could not be read. */
    PAGE_UNREADABLE,
    /** No frame of a chunk could be decoded. */
    NO_FRAMES,
    /** The leaf of an item is gone from the store. */
    LEAF_LOST,
    /** A record on a topic does not decode. */
    UNDECODABLE,
    /** A record's fields contradict the contract. */
    INVALID_REQUEST
}
