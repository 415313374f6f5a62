/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.v1.Kind;

/** The topics that the jobs read and write. */
public final class Topics {
    public static final String VIDEO_REQUESTS = "tessera.video.requests";
    public static final String DOCUMENT_REQUESTS = "tessera.document.requests";
    public static final String REPLIES = "tessera.replies";
    public static final String CAPTIONS = "tessera.video.captions";
    public static final String PAGES = "tessera.document.pages";
    public static final String INPUTS = "tessera.inputs";
    public static final String DEAD_LETTERS = "tessera.dead-letters";
    public static final String LEDGER = "tessera.ledger";

    private Topics() {}

    /** Where a job of that kind takes its requests from. */
    public static String requests(Kind kind) {
        return kind == Kind.VIDEO ? VIDEO_REQUESTS : DOCUMENT_REQUESTS;
    }
}
