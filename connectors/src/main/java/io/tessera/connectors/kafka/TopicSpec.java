/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has to be.
 *
 * @param name of the topic
 * @param retention how long records are kept; null where the newest of each key is kept for ever
 */
public record TopicSpec(String name, @Nullable Duration retention) {
    /** Content records are inline up to 256 KiB; plans of long inputs are the largest records. */
    public static final int MAX_MESSAGE_BYTES = 2 << 20;

    public boolean compacted() {
        return retention == null;
    }

    /** Settings that a new topic gets and an existing one is held against. */
    Map<String, String> settings() {
        String messageBytes = Integer.toString(MAX_MESSAGE_BYTES);
        return retention == null
                ? Map.of("cleanup.policy", "compact", "max.message.bytes", messageBytes)
                : Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(retention.toMillis()),
                        "max.message.bytes",
                        messageBytes);
    }
}
