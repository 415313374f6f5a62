/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.contract.failure.Code;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Overlay;
import io.tessera.v1.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes request records and checks them field by field, so that nothing later doubts them. Not
 * thread-safe.
 */
final class RequestReader {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_URI = 4_000;
    private static final int LONGEST_PROMPT = 4_000;

    private final RecordCodec<Request> codec = RecordCodec.of(Request.class);
    private final Options jobOptions;

    RequestReader(Options jobOptions) {
        this.jobOptions = jobOptions;
    }

    /** The request in {@code record}, its overlay in canonical form. */
    AcceptedRequest read(IncomingRecord record) throws InvalidRequest {
        Request request = decode(record);
        String id = request.getRequestId();
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new InvalidRequest(
                    Code.INVALID_REQUEST,
                    "requestId has %d characters; give it 1 to %d"
                            .formatted(id.length(), LONGEST_ID),
                    null);
        }
        check(TENANT.matcher(request.getTenant()).matches(), id, "tenant", request.getTenant());
        MediaReference media = request.getMedia();
        check(
                !media.getUri().isBlank() && media.getUri().length() <= LONGEST_URI,
                id,
                "media.uri",
                media.getUri());
        Long length = media.getLength();
        check(length == null || length >= 0, id, "media.length", length);
        String sha256 = media.getSha256();
        check(sha256 == null || SHA256.matcher(sha256).matches(), id, "media.sha256", sha256);
        String stream = request.getStream();
        check(stream == null || stream.length() <= LONGEST_ID, id, "stream", stream);
        Overlay overlay = request.getOverlay();
        return new AcceptedRequest(
                item(record),
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestampMillis(),
                record.traceparent(),
                id,
                request.getTenant(),
                media.getUri(),
                length,
                sha256,
                request.getMode(),
                stream,
                recordedAtMicros(request.getRecordedAt(), record),
                overlay == null ? Map.of() : options(overlay, id),
                overlay == null ? PageSelection.ALL.canonical() : pages(overlay, id));
    }

    /** Item of the record itself, which also tells two deliveries of one request apart. */
    static String item(IncomingRecord record) {
        return "record/" + record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private Request decode(IncomingRecord record) throws InvalidRequest {
        try {
            return codec.decode(record.value());
        } catch (UndecodableRecord e) {
            throw new InvalidRequest(
                    Code.UNDECODABLE,
                    e.getMessage() + "; send io.tessera.v1.Request in single-object encoding",
                    null);
        }
    }

    private static long recordedAtMicros(@Nullable Instant recordedAt, IncomingRecord record) {
        return recordedAt == null
                ? record.timestampMillis() * 1000
                : ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt);
    }

    private Map<String, String> options(Overlay overlay, String id) throws InvalidRequest {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, TesseraOptions.SAMPLE.key(), overlay.getSample());
        put(texts, TesseraOptions.CHUNK.key(), overlay.getChunk());
        put(texts, TesseraOptions.LANGUAGE.key(), overlay.getLanguage());
        put(texts, TesseraOptions.PROMPT.key(), overlay.getPrompt());
        String prompt = overlay.getPrompt();
        check(
                prompt == null || prompt.length() <= LONGEST_PROMPT,
                id,
                "overlay.prompt",
                "longer than %d characters".formatted(LONGEST_PROMPT));
        check(
                overlay.getQuestions().isEmpty(),
                id,
                "overlay.questions",
                "not empty, and this job answers none");
        try {
            jobOptions.with(texts);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(Code.INVALID_REQUEST, "overlay: " + e.getMessage(), id);
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String key, @Nullable String text) {
        if (text != null) {
            texts.put(key, text);
        }
    }

    private static String pages(Overlay overlay, String id) throws InvalidRequest {
        String pages = overlay.getPages();
        try {
            return pages == null
                    ? PageSelection.ALL.canonical()
                    : PageSelection.TYPE.parse(pages).canonical();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(
                    Code.INVALID_REQUEST,
                    "overlay.pages is '%s'; %s".formatted(pages, e.getMessage()),
                    id);
        }
    }

    private static void check(boolean sound, String id, String field, @Nullable Object value)
            throws InvalidRequest {
        if (!sound) {
            throw new InvalidRequest(
                    Code.INVALID_REQUEST,
                    "%s is '%s'; the schema io.tessera.v1.Request states its form"
                            .formatted(field, value),
                    id);
        }
    }
}
