/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.Mode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was decoded and found sound.
 *
 * @param record item of the record it came in; unlike the requestId never used twice
 * @param topic topic of that record
 * @param partition its partition
 * @param offset its offset
 * @param timestampMillis its timestamp: the revision of a RETRY or FORCE
 * @param traceparent W3C trace context; null if none came
 * @param requestId chosen by whoever asked; may come twice
 * @param tenant tenant
 * @param uri where the bytes lie
 * @param claimedLength bytes, where it is claimed
 * @param claimedSha256 lower-case hex, where it is claimed
 * @param mode how results that are there already are treated
 * @param stream stream that the input belongs to; null if none
 * @param recordedAtMicros when the recording began, microseconds since the epoch
 * @param overlay options that the request sets, in canonical form
 * @param pages canonical page selection, {@code all} for none
 */
public record AcceptedRequest(
        String record,
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        @Nullable String traceparent,
        String requestId,
        String tenant,
        String uri,
        @Nullable Long claimedLength,
        @Nullable String claimedSha256,
        Mode mode,
        @Nullable String stream,
        long recordedAtMicros,
        Map<String, String> overlay,
        String pages) {
    public AcceptedRequest {
        requireNonNull(record, "record is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(mode, "mode is null");
        overlay = Map.copyOf(overlay);
    }
}
