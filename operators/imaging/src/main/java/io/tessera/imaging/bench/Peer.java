/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python environment that runs the peer's side of the measurements.
 *
 * @param name as measures name it
 * @param mode argument of the script
 * @param python command that starts the interpreter
 * @param install how to get the peer
 */
public record Peer(String name, String mode, String python, String install) {
    private static final long PATIENCE_MINUTES = 10;

    /** What the peer measured. */
    record Line(double ms, double spread, String sha256, String versions) {}

    /** Pillow and torchvision: what the authors of the models run. */
    public static Peer authors(String python) {
        return new Peer(
                "authors",
                "authors",
                python,
                "pip install pillow==10.4.0 torch==2.5.1 torchvision==0.20.1 numpy");
    }

    /** Pillow-SIMD and numpy: the fastest that Python offers, at fewer bits. */
    public static Peer simd(String python) {
        return new Peer(
                "pillow-simd",
                "simd",
                python,
                "CC=\"cc -mavx2\" pip install --no-binary pillow-simd pillow-simd numpy, in an"
                        + " environment without pillow");
    }

    /**
     * Runs the peer.
     *
     * @return its measures by name; empty if it is not installed there
     */
    Optional<Map<String, Line>> run(int repeats) throws IOException, InterruptedException {
        Path script = Files.createTempFile("peer-imaging", ".py");
        Path output = Files.createTempFile("peer-imaging", ".tsv");
        try {
            try (InputStream in = Peer.class.getResourceAsStream("peer_imaging.py")) {
                if (in == null) {
                    throw new IllegalStateException("peer_imaging.py is missing from the module");
                }
                Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder command =
                    new ProcessBuilder(python, script.toString(), mode, Integer.toString(repeats));
            command.environment().put("OMP_NUM_THREADS", "1");
            command.redirectOutput(output.toFile());
            command.redirectError(ProcessBuilder.Redirect.DISCARD);
            return finished(command) ? Optional.of(lines(output)) : Optional.empty();
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
        }
    }

    private static boolean finished(ProcessBuilder command) throws InterruptedException {
        Process process;
        try {
            process = command.start();
        } catch (IOException e) {
            // There is no such interpreter: the same to the caller as one without the libraries.
            return false;
        }
        try {
            return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, Line> lines(Path output) throws IOException {
        Map<String, Line> lines = new HashMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            List<String> parts = List.of(line.split("\t", 5));
            if (parts.size() == 5) {
                lines.put(
                        parts.get(0),
                        new Line(
                                Double.parseDouble(parts.get(1)),
                                Double.parseDouble(parts.get(2)),
                                parts.get(3),
                                parts.get(4)));
            }
        }
        return lines;
    }
}
