/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.failure.Code;
import io.tessera.contract.option.Options;
import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Overlay;
import io.tessera.v1.Request;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestReaderTest {
    static {
        AvroTrust.established();
    }

    private final RequestReader reader = new RequestReader(Options.DEFAULTS);

    private static Request sound() {
        return Request.newBuilder()
                .setRequestId("r-1")
                .setTenant("default")
                .setMedia(MediaReference.newBuilder().setUri("file:/in.pdf").build())
                .build();
    }

    private static IncomingRecord record(byte[] value) {
        return new IncomingRecord(value, "requests", 2, 17, 1_700_000_000_123L, null);
    }

    private AcceptedRequest read(Request request) throws InvalidRequest {
        return reader.read(record(RecordCodec.of(Request.class).encode(request)));
    }

    @Test
    void namesTheRecordThatARequestCameIn() throws Exception {
        AcceptedRequest read = read(sound());
        assertThat(read.record()).isEqualTo("record/requests/2/17");
        assertThat(read.pages()).isEqualTo("all");
        assertThat(read.overlay()).isEmpty();
    }

    @Test
    void takesTheRecordsTimestampForTheTimeOfRecordingWhereNoneIsGiven() throws Exception {
        assertThat(read(sound()).recordedAtMicros()).isEqualTo(1_700_000_000_123_000L);
        Request dated = sound();
        dated.setRecordedAt(Instant.ofEpochSecond(5, 6_000));
        assertThat(read(dated).recordedAtMicros()).isEqualTo(5_000_006L);
    }

    @Test
    void putsAnOverlayIntoCanonicalForm() throws Exception {
        Request request = sound();
        request.setOverlay(Overlay.newBuilder().setLanguage("deu").setPages("7,1-3").build());
        AcceptedRequest read = read(request);
        assertThat(read.overlay()).isEqualTo(Map.of("language", "deu"));
        assertThat(read.pages()).isEqualTo("1-3,7");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("tenant", request -> request.setTenant("A B")),
                fault("tenant", request -> request.setTenant("")),
                fault("media.uri", request -> request.getMedia().setUri(" ")),
                fault("media.length", request -> request.getMedia().setLength(-1L)),
                fault("media.sha256", request -> request.getMedia().setSha256("AB")),
                fault("stream", request -> request.setStream("s".repeat(201))),
                fault("overlay", request -> request.setOverlay(overlay("chunk", "soon"))),
                fault("overlay", request -> request.setOverlay(overlay("pages", "9-1"))),
                fault("overlay", request -> request.setOverlay(overlay("prompt", "long"))));
    }

    private static Overlay overlay(String field, String value) {
        Overlay overlay = Overlay.newBuilder().build();
        switch (field) {
            case "chunk" -> overlay.setChunk(value);
            case "pages" -> overlay.setPages(value);
            default -> overlay.setPrompt("x".repeat(20_000));
        }
        return overlay;
    }

    private static Arguments fault(String field, Consumer<Request> change) {
        return Arguments.of(field, change);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesAFieldThatContradictsTheContractAndKnowsWhomToTell(
            String field, Consumer<Request> change) {
        Request request = sound();
        change.accept(request);
        assertThatThrownBy(() -> read(request))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(Code.INVALID_REQUEST);
                            assertThat(refused.requestId()).isEqualTo("r-1");
                        })
                .hasMessageContaining(field);
    }

    @Test
    void callsBytesThatAreNoRequestUndecodable() {
        assertThatThrownBy(() -> reader.read(record(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(Code.UNDECODABLE);
                            assertThat(refused.requestId()).isNull();
                        });
    }
}
