/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.planned;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.InputState;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.worker.samples.Sample;
import io.tessera.worker.samples.SampleMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples, made by one child process and read by others, as the demonstration does it. */
class SamplesTest {
    private static final WorkerCommand MAKER =
            WorkerCommand.of(Options.DEFAULTS).withMainClass(SampleMaker.class.getName());

    @TempDir Path folder;

    @Test
    void endAsPlanned() throws Exception {
        WorkerTool.run(MAKER, List.of(folder.toString()), Duration.ofMinutes(5));
        List<Sample> samples = Sample.list(folder);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(6);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(PoolSettings.of(1, Options.DEFAULTS))) {
            for (Sample sample : samples) {
                SpooledInput input =
                        new SpooledInput(
                                sample.file(),
                                sample.kind(),
                                folder.resolve(sample.file()),
                                Options.DEFAULTS,
                                null);
                Planned planned = planned(pool.plan(input));
                List<UnitReading> readings = readings(pool, input, planned);
                assertThat(state(planned, readings))
                        .as("%s: %s %s", sample, planned.plan().getReason(), missing(planned))
                        .isEqualTo(sample.planned());
                if (sample.file().equals("harbour.mp4")) {
                    facts(readings);
                }
            }
            assertThat(pool.counters().crashes()).isZero();
        }
    }

    private static List<UnitReading> readings(
            ProcessWorkerPool pool, SpooledInput input, Planned planned) throws Exception {
        List<CompletionStage<UnitResult>> stages = new ArrayList<>();
        for (UnitSpec unit : planned.plan().getUnits()) {
            stages.add(pool.read(input, unit));
        }
        List<UnitReading> readings = new ArrayList<>();
        for (CompletionStage<UnitResult> stage : stages) {
            try (UnitResult result = read(stage)) {
                assertThat(result.attempts()).isOne();
                readings.add(result.reading());
            }
        }
        return readings;
    }

    private static String missing(Planned planned) {
        return String.join("; ", planned.plan().getMissing());
    }

    /** A short form of how the job decides it by counts. */
    private static InputState state(Planned planned, List<UnitReading> readings) {
        if (planned.plan().getState() != null) {
            return planned.plan().getState();
        }
        boolean whole =
                planned.plan().getMissing().isEmpty()
                        && readings.stream()
                                .allMatch(
                                        reading ->
                                                reading.getState() != UnitState.FAILED
                                                        && reading.getState() != UnitState.REFUSED
                                                        && reading.getMissing().isEmpty());
        boolean some =
                readings.stream().anyMatch(reading -> reading.getState() == UnitState.RECOGNISED);
        return whole ? InputState.OK : some ? InputState.PARTIAL : InputState.CORRUPT;
    }

    private static void facts(List<UnitReading> readings) {
        ChunkFacts facts = readings.get(0).getChunk();
        assertThat(facts.getText())
                .extracting(SeenText::getText)
                .anyMatch(text -> text.contains("LINDHOLM FERRY"))
                .anyMatch(text -> text.contains("STATION ROAD"));
        assertThat(facts.getCodes())
                .extracting(SeenCode::getText)
                .contains("https://example.org/lindholm/ferry");
        assertThat(facts.getShots()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(facts.getBlack()).isNotEmpty();
        assertThat(facts.getFrozen()).isNotEmpty();
    }

    @Test
    void areMadeInAProcessWhoseFailureIsToldWithItsOutput() {
        assertThatThrownBy(() -> WorkerTool.run(MAKER, List.of(), Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("expected the folder");
    }
}
