/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TopicsTest {
    @Test
    void areDeclaredOnceEach() {
        assertThat(Topics.all()).extracting(TopicSpec::name).doesNotHaveDuplicates().hasSize(13);
    }

    @Test
    void keepWhatTheContractSays() {
        assertThat(Topics.all())
                .filteredOn(TopicSpec::compacted)
                .extracting(TopicSpec::name)
                .containsExactlyInAnyOrder("tessera.ledger", "tessera.rules");
        assertThat(retention("tessera.video.requests")).isEqualTo(Duration.ofDays(7));
        assertThat(retention("tessera.document.requests")).isEqualTo(Duration.ofDays(7));
        assertThat(retention("tessera.replies")).isEqualTo(Duration.ofDays(1));
        assertThat(retention("tessera.dead-letters")).isEqualTo(Duration.ofDays(30));
        assertThat(retention("tessera.video.captions")).isEqualTo(Duration.ofDays(30));
    }

    private static Duration retention(String topic) {
        return Topics.all().stream()
                .filter(spec -> spec.name().equals(topic))
                .findFirst()
                .orElseThrow()
                .retention();
    }
}
