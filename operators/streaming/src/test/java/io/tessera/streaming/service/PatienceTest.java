/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.store.StoreUnavailable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void repeatsACallUntilTheStoreIsBack() {
        AtomicInteger calls = new AtomicInteger();
        Patience patience = new Patience();
        String value =
                patience.until(
                        "trying",
                        () -> {
                            if (calls.incrementAndGet() < 4) {
                                throw new StoreUnavailable("down", null);
                            }
                            return "back";
                        });
        assertThat(value).isEqualTo("back");
        assertThat(patience.retries()).isEqualTo(3);
    }

    @Test
    void endsWaitingOnceItIsClosed() throws Exception {
        Patience patience = new Patience();
        CompletableFuture<Object> waiting =
                CompletableFuture.supplyAsync(
                        () ->
                                patience.until(
                                        "trying",
                                        () -> {
                                            throw new StoreUnavailable("down for good", null);
                                        }));
        patience.close();
        assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void doublesThePauseUpToABound() {
        for (int attempt = 1; attempt < 60; attempt++) {
            assertThat(Patience.pauseMillis(attempt)).isBetween(25L, 10_000L);
        }
        assertThat(Patience.pauseMillis(50)).isGreaterThanOrEqualTo(5_000L);
    }
}
