/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;

/** Commit requests that must not be answered: a committer either commits all or throws. */
public final class CommitRequests {
    private CommitRequests() {}

    public static <C> Collection<Committer.CommitRequest<C>> of(List<C> committables) {
        return committables.stream()
                .<Committer.CommitRequest<C>>map(CommitRequests::request)
                .toList();
    }

    private static <C> Committer.CommitRequest<C> request(C committable) {
        return new Committer.CommitRequest<>() {
            @Override
            public C getCommittable() {
                return committable;
            }

            @Override
            public int getNumberOfRetries() {
                return 0;
            }

            @Override
            public void signalFailedWithKnownReason(Throwable reason) {
                throw new AssertionError("a committable was dropped", reason);
            }

            @Override
            public void signalFailedWithUnknownReason(Throwable reason) {
                throw new AssertionError("a committable was dropped", reason);
            }

            @Override
            public void retryLater() {
                throw new AssertionError("retried without a pause");
            }

            @Override
            public void updateAndRetryLater(C changed) {
                throw new AssertionError("retried without a pause");
            }

            @Override
            public void signalAlreadyCommitted() {
                throw new AssertionError("nothing is ever taken for committed");
            }
        };
    }
}
