/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every topic, declared once. */
public final class Topics {
    public static final String VIDEO_REQUESTS = "tessera.video.requests";
    public static final String VIDEO_SEGMENTS = "tessera.video.segments";
    public static final String DOCUMENT_REQUESTS = "tessera.document.requests";
    public static final String RULES = "tessera.rules";

    public static final String REPLIES = "tessera.replies";
    public static final String VIDEO_CAPTIONS = "tessera.video.captions";
    public static final String VIDEO_SUMMARIES = "tessera.video.summaries";
    public static final String DOCUMENT_PAGES = "tessera.document.pages";
    public static final String DOCUMENT_ANSWERS = "tessera.document.answers";
    public static final String INPUTS = "tessera.inputs";
    public static final String EVENTS = "tessera.events";
    public static final String DEAD_LETTERS = "tessera.dead-letters";
    public static final String LEDGER = "tessera.ledger";

    /** Partitions of each topic on one machine. */
    public static final int PARTITIONS = 4;

    private static final List<TopicSpec> ALL =
            List.of(
                    kept(VIDEO_REQUESTS, 7),
                    kept(VIDEO_SEGMENTS, 7),
                    kept(DOCUMENT_REQUESTS, 7),
                    compacted(RULES),
                    kept(REPLIES, 1),
                    kept(VIDEO_CAPTIONS, 30),
                    kept(VIDEO_SUMMARIES, 30),
                    kept(DOCUMENT_PAGES, 30),
                    kept(DOCUMENT_ANSWERS, 30),
                    kept(INPUTS, 30),
                    kept(EVENTS, 30),
                    kept(DEAD_LETTERS, 30),
                    compacted(LEDGER));

    private Topics() {}

    public static List<TopicSpec> all() {
        return ALL;
    }

    private static TopicSpec kept(String name, int days) {
        return spec(name, Duration.ofDays(days));
    }

    private static TopicSpec compacted(String name) {
        return spec(name, null);
    }

    private static TopicSpec spec(String name, @Nullable Duration retention) {
        return new TopicSpec(name, retention);
    }
}
