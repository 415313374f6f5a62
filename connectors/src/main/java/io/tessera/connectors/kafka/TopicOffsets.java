/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A place in topics: of each partition the offset of the next record.
 *
 * @param offsets by partition
 */
public record TopicOffsets(Map<TopicPartition, Long> offsets) implements Serializable {
    public TopicOffsets {
        offsets = new HashMap<>(offsets);
    }

    /** Names of the topics. */
    public Collection<String> topics() {
        return offsets.keySet().stream().map(TopicPartition::topic).distinct().sorted().toList();
    }

    /** Whether this place is at or behind {@code end} in each of the partitions of {@code end}. */
    public boolean reached(TopicOffsets end) {
        return end.offsets.entrySet().stream()
                .allMatch(at -> offsets.getOrDefault(at.getKey(), 0L) >= at.getValue());
    }
}
