/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RetriesTest {
    private static final Retries THREE = new Retries(3, 1, 2);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void returnsWhatTheFirstSuccessGives() {
        String result =
                THREE.run(
                        "GET k",
                        () -> {
                            if (calls.incrementAndGet() < 3) {
                                throw new IOException("not yet");
                            }
                            return "here";
                        });
        assertThat(result).isEqualTo("here");
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhy() {
        assertThatThrownBy(() -> THREE.run("GET k", this::fail))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("GET k failed after 3 attempts: broken pipe")
                .hasCauseInstanceOf(IOException.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Retries(3, 60_000, 60_000).run("GET k", this::fail))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasValue(1);
    }

    private String fail() throws IOException {
        calls.incrementAndGet();
        throw new IOException("broken pipe");
    }
}
