/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks every case of a folder of recordings ({@code cases/*.jsonl}, one case a line), file by
 * file in the order of their names. Serves one thread.
 *
 * <p>Use: {@code new Verifier(Verifier.imagingKinds()).run(folder, System.out::println)}
 */
public final class Verifier {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, CaseKind> kinds = new HashMap<>();

    /** A verifier for these kinds; others are skipped. */
    public Verifier(List<CaseKind> kinds) {
        for (CaseKind kind : kinds) {
            CaseKind other = this.kinds.put(kind.kind(), kind);
            if (other != null) {
                throw new IllegalArgumentException("two checks for cases of kind " + kind.kind());
            }
        }
    }

    /** The checks of what imaging does: no checkpoint is needed. */
    public static List<CaseKind> imagingKinds() {
        return List.of(
                new FramesKind(),
                new RgbKind(),
                new ResampleKind(),
                new PartitionKind(),
                new CompositeKind(),
                new NormaliseKind());
    }

    /**
     * Checks the folder's cases.
     *
     * @param results takes each result as it is known
     * @throws IOException if there is no {@code cases} folder or it holds no case
     */
    public VerifySummary run(Path folder, Consumer<CaseResult> results) throws IOException {
        return run(folder, anyCase -> true, results);
    }

    /** As {@link #run(Path, Consumer)}, of the cases that {@code wanted} takes alone. */
    public VerifySummary run(
            Path folder, Predicate<RecordedCase> wanted, Consumer<CaseResult> results)
            throws IOException {
        requireNonNull(results, "results is null");
        VerifySummary.Counter counter = new VerifySummary.Counter();
        Set<String> ids = new HashSet<>();
        for (Path file : files(folder)) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        check(folder, place(file, number), line, wanted, ids)
                                .ifPresent(
                                        result -> {
                                            counter.count(result);
                                            results.accept(result);
                                        });
                    }
                }
            }
        }
        VerifySummary summary = counter.summary();
        if (summary.total() == 0) {
            throw new IOException(folder.resolve("cases") + " holds no case");
        }
        return summary;
    }

    private static List<Path> files(Path folder) throws IOException {
        Path cases = folder.resolve("cases");
        if (!Files.isDirectory(cases)) {
            throw new IOException(
                    folder + " has no folder named cases; name a folder of recorded cases");
        }
        try (Stream<Path> files = Files.list(cases)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList());
        }
    }

    private static String place(Path file, int line) {
        return file.getFileName() + ":" + line;
    }

    private Optional<CaseResult> check(
            Path folder,
            String place,
            String line,
            Predicate<RecordedCase> wanted,
            Set<String> ids) {
        RecordedCase recorded;
        try {
            recorded = new RecordedCase(folder, JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.of(
                    new CaseResult(
                            place, "?", CaseResult.State.FAIL, true, "is no JSON object", null));
        }
        if (!wanted.test(recorded)) {
            return Optional.empty();
        }
        if (!ids.add(recorded.id())) {
            return Optional.of(
                    result(recorded, CaseResult.State.FAIL, true, "has the id of another case"));
        }
        CaseKind kind = kinds.get(recorded.kind());
        if (kind == null) {
            String reason = "no check for cases of kind " + recorded.kind();
            return Optional.of(result(recorded, CaseResult.State.SKIP, false, reason));
        }
        return Optional.of(check(recorded, kind));
    }

    private static CaseResult check(RecordedCase recorded, CaseKind kind) {
        Findings findings = new Findings(recorded.json().path("tolerance"));
        try {
            kind.check(recorded, findings);
        } catch (CannotCheck e) {
            return result(recorded, CaseResult.State.SKIP, true, e.missing());
        } catch (Exception e) {
            String message = e.getMessage();
            return result(
                    recorded,
                    CaseResult.State.FAIL,
                    true,
                    message == null ? e.getClass().getSimpleName() : message);
        }
        return new CaseResult(
                recorded.id(),
                recorded.kind(),
                findings.clean() ? CaseResult.State.PASS : CaseResult.State.FAIL,
                true,
                findings.clean() ? null : findings.reason(),
                findings.difference());
    }

    private static CaseResult result(
            RecordedCase recorded, CaseResult.State state, boolean known, String reason) {
        return new CaseResult(recorded.id(), recorded.kind(), state, known, reason, null);
    }
}
