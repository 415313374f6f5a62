/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.PageFacts;
import io.tessera.v1.RegionImage;
import io.tessera.v1.TextSource;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.v1.VideoProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A double of the decode workers for tests of what is around them: an input is a text whose lines
 * are its units, and a line may say how its unit ends ({@code !FAILED CRASH}, {@code !BLANK},
 * {@code !REFUSED LIMIT_PIXELS}, {@code !MISSING half}, {@code !NEEDS FILE} or else it crashes) or
 * how long it takes ({@code !WAIT 50}). A first line {@code !STATE ENCRYPTED PASSWORD_NEEDED} ends
 * the input when it is opened, unless a password is given.
 */
public final class TextPool implements WorkerPool {
    private static final long CHUNK_MICROS = 10_000_000;

    private final ScheduledThreadPoolExecutor workers;

    public TextPool(int workers) {
        this.workers =
                new ScheduledThreadPoolExecutor(
                        workers,
                        work -> {
                            Thread thread = new Thread(work, "text-worker");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public CompletionStage<Planned> plan(SpooledInput input) {
        return CompletableFuture.supplyAsync(
                () -> new Planned(planOf(input), 1, "text-1", 0.001, 0.002), workers);
    }

    @Override
    public CompletionStage<UnitResult> read(SpooledInput input, UnitSpec unit) {
        String line = met(lines(input).get(unit.getIndex()));
        CompletableFuture<UnitResult> result = new CompletableFuture<>();
        Runnable answer =
                () ->
                        result.complete(
                                new UnitResult(
                                        reading(input, unit, line),
                                        null,
                                        line.startsWith("!FAILED CRASH") ? 2 : 1,
                                        "text-1",
                                        0.001,
                                        0.002,
                                        new Preview(line)));
        if (line.startsWith("!WAIT ")) {
            // Busy, not idle: a worker that waits takes no other unit.
            workers.execute(
                    () -> {
                        sleep(Long.parseLong(line.substring(6)));
                        answer.run();
                    });
        } else {
            workers.execute(answer);
        }
        return result;
    }

    /** A unit that needs a file crashes until the file is there. */
    private static String met(String line) {
        if (!line.startsWith("!NEEDS ")) {
            return line;
        }
        return Files.exists(Path.of(line.substring(7))) ? "met" : "!FAILED CRASH";
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputPlan planOf(SpooledInput input) {
        List<String> lines = lines(input);
        InputPlan.Builder plan = InputPlan.newBuilder().setKind(input.kind());
        if (!lines.isEmpty() && lines.get(0).startsWith("!STATE ") && input.password() == null) {
            String[] words = lines.get(0).split(" ", 3);
            return plan.setState(InputState.valueOf(words[1]))
                    .setCode(words[2])
                    .setReason("the first line says so")
                    .build();
        }
        List<UnitSpec> units = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            units.add(spec(input.kind(), i));
        }
        plan.setUnits(units);
        return input.kind() == Kind.DOCUMENT
                ? plan.setDocument(new DocumentProbe("text/plain", units.size(), false)).build()
                : plan.setVideo(probe(units.size())).build();
    }

    private static UnitSpec spec(Kind kind, int i) {
        if (kind == Kind.DOCUMENT) {
            return UnitSpec.newBuilder()
                    .setUnit(Identity.pageUnit(i + 1))
                    .setIndex(i)
                    .setPage(i + 1)
                    .build();
        }
        long start = i * CHUNK_MICROS;
        return UnitSpec.newBuilder()
                .setUnit(Identity.chunkUnit(start, start + CHUNK_MICROS))
                .setIndex(i)
                .setChunk(
                        ChunkSpec.newBuilder()
                                .setStartMicros(start)
                                .setEndMicros(start + CHUNK_MICROS)
                                .setSeekPts(0L)
                                .setTargets(List.of(0L))
                                .setPackets(250L)
                                .setFramesExpected(250L)
                                .build())
                .build();
    }

    private static VideoProbe probe(int chunks) {
        return VideoProbe.newBuilder()
                .setContainer("text")
                .setCodec("text")
                .setWidth(1)
                .setHeight(1)
                .setRotation(0)
                .setHasAudio(false)
                .setStreams(1)
                .setDurationMicros(chunks * CHUNK_MICROS)
                .setPackets(250L * chunks)
                .setFramesExpected(250L * chunks)
                .setKeyframes(chunks)
                .setFirstPts(0)
                .setTimeBaseNum(1)
                .setTimeBaseDen(25)
                .build();
    }

    private static UnitReading reading(SpooledInput input, UnitSpec unit, String line) {
        UnitReading.Builder reading =
                UnitReading.newBuilder()
                        .setUnit(unit.getUnit())
                        .setState(UnitState.RECOGNISED)
                        .setImages(List.of(Preview.image(line)));
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "!BLANK" -> reading.setState(UnitState.BLANK);
            case "!FAILED", "!REFUSED" ->
                    reading.setState(UnitState.valueOf(words[0].substring(1)))
                            .setCode(words[1])
                            .setReason("the line says so")
                            .setImages(List.of());
            case "!MISSING" -> reading.setMissing(List.of(words[1]));
            default -> {}
        }
        if (input.kind() == Kind.DOCUMENT) {
            reading.setPage(
                    PageFacts.newBuilder()
                            .setWidth(595)
                            .setHeight(842)
                            .setRotation(0)
                            .setSource(TextSource.TEXT_LAYER)
                            .setText(line)
                            .setInk(0.1)
                            .setImages(0)
                            .build());
        } else {
            reading.setChunk(
                    ChunkFacts.newBuilder()
                            .setBrightness(100)
                            .setHealth(new DecodeHealth(250L, 250L, 250L, 0L, 1))
                            .build());
        }
        return reading.build();
    }

    private static List<String> lines(SpooledInput input) {
        try {
            return Files.readAllLines(input.file(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** The line itself as the only object in the region. */
    private record Preview(String line) implements Granted {
        static RegionImage image(String line) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return new RegionImage(
                    "preview", "txt", 0L, (long) bytes.length, 0, 0, Digests.sha256(bytes), 0, 0);
        }

        @Override
        public ByteBuffer bytesOf(RegionImage image) {
            return ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // Held by nobody else.
        }
    }
}
