/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.reading.engine.EngineFailure;
import io.tessera.reading.engine.Reading;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Origin;
import io.tessera.v1.PageFacts;
import io.tessera.v1.TextSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LiteralEngineTest {
    private final LiteralEngine engine = new LiteralEngine();

    @Test
    void captionsAChunkAsMeasured() throws Exception {
        Reading reading = read(request(ReadingRequest.Task.CAPTION, chunk(), null));

        assertThat(reading.text()).contains("Measured, not generated");
        assertThat(reading.origin()).isEqualTo(Origin.MEASURED);
        assertThat(reading.finishReason()).isEqualTo("stop");
        assertThat(reading.promptSha256()).isNull();
    }

    @Test
    void givesEqualReadingsForEqualRequests() throws Exception {
        Reading one = read(request(ReadingRequest.Task.CAPTION, chunk(), null));
        Reading two = read(request(ReadingRequest.Task.CAPTION, chunk(), null));

        assertThat(one.text()).isEqualTo(two.text());
        assertThat(engine.abilities().deterministic()).isTrue();
    }

    @Test
    void returnsAPageAsItWasRead() throws Exception {
        Reading reading = read(request(ReadingRequest.Task.PAGE_TEXT, null, page("One.\n\nTwo.")));

        assertThat(reading.text()).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void refusesWhatItHasNoFactsFor() {
        assertRefused(request(ReadingRequest.Task.CAPTION, null, page("x")));
        assertRefused(request(ReadingRequest.Task.PAGE_TEXT, chunk(), null));
    }

    @Test
    void refusesQuestions() {
        assertRefused(request(ReadingRequest.Task.ANSWER, null, page("x")));
    }

    @Test
    void takesNothingOnceClosed() {
        engine.close();

        assertThatThrownBy(() -> read(request(ReadingRequest.Task.CAPTION, chunk(), null)))
                .cause()
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(EngineFailure.Kind.UNAVAILABLE));
    }

    private void assertRefused(ReadingRequest request) {
        assertThatThrownBy(() -> read(request))
                .cause()
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(EngineFailure.Kind.REFUSED));
    }

    private Reading read(ReadingRequest request) throws InterruptedException, ExecutionException {
        return engine.read(request).toCompletableFuture().get();
    }

    private static ChunkFacts chunk() {
        return Facts.ofShots(0, 30).still(0, 30).build();
    }

    private static PageFacts page(String text) {
        return new PageFacts(
                595.0,
                842.0,
                0,
                null,
                TextSource.TEXT_LAYER,
                null,
                1.0,
                text,
                List.of(),
                List.of(),
                0.1,
                0);
    }

    private static ReadingRequest request(
            ReadingRequest.Task task, ChunkFacts chunk, PageFacts page) {
        return new ReadingRequest(
                task,
                chunk,
                page,
                0,
                30_000_000,
                List.of(),
                null,
                null,
                new ReadingRequest.Limits(512, 600_000_000),
                "default");
    }
}
