/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * Settings that a new topic gets and an existing one is held against. A record's timestamp is
     * its event time, so it may lie hours ahead of the broker's clock: that of a film's last chunk
     * is the film's length after its start. Brokers refuse more than an hour ahead unless told
     * otherwise.
     */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        if (retention == null) {
            settings.put("cleanup.policy", "compact");
        } else {
            settings.put("cleanup.policy", "delete");
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return Map.copyOf(settings);
    }
}
