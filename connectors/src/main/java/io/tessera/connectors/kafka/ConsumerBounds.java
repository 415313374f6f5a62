/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.util.Map;

/** What a consumer holds at a time, and what it sees. */
final class ConsumerBounds {
    static final Map<String, String> PROPERTIES =
            Map.of(
                    "isolation.level",
                    "read_committed",
                    "fetch.max.bytes",
                    Integer.toString(8 << 20),
                    "max.partition.fetch.bytes",
                    Integer.toString(TopicSpec.MAX_MESSAGE_BYTES),
                    "max.poll.records",
                    "200");

    private ConsumerBounds() {}
}
