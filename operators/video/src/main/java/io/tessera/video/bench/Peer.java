/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Another decoder, run in a process of its own by a small script that prints the CPU milliseconds
 * of the work alone, without its imports.
 */
enum Peer {
    TORCHCODEC("torchcodec", "pip install torch torchcodec"),
    DECORD("decord", "pip install decord"),
    PYAV("pyav", "pip install av"),
    FFMPEG("ffmpeg", "apt-get install ffmpeg");

    private static final long LONGEST_SECONDS = 600;

    private final String label;
    private final String howToInstall;

    Peer(String label, String howToInstall) {
        this.label = label;
        this.howToInstall = howToInstall;
    }

    String label() {
        return label;
    }

    String howToInstall() {
        return howToInstall;
    }

    /**
     * CPU milliseconds of a plan, or empty where the peer is not installed or cannot do it.
     *
     * @param seconds times of the frames from the clip's first one
     */
    OptionalDouble run(String plan, Path clip, int edge, List<Double> seconds)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("peers", ".py");
        Path log = Files.createTempFile("peers", ".log");
        try {
            try (InputStream source = Peer.class.getResourceAsStream("peers.py")) {
                if (source == null) {
                    throw new IllegalStateException("peers.py is not on the class path");
                }
                Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> command = new ArrayList<>();
            command.addAll(List.of("python3", script.toString(), label, plan, clip.toString()));
            command.add(Integer.toString(edge));
            seconds.forEach(at -> command.add(String.format(Locale.ROOT, "%.6f", at)));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return OptionalDouble.empty();
            }
            return process.exitValue() == 0 ? read(log) : OptionalDouble.empty();
        } catch (IOException e) {
            // No python3: then none of them is installed.
            return OptionalDouble.empty();
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(log);
        }
    }

    private static OptionalDouble read(Path log) throws IOException {
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            if (line.startsWith("cpu-ms ")) {
                return OptionalDouble.of(Double.parseDouble(line.substring(7).strip()));
            }
        }
        return OptionalDouble.empty();
    }
}
