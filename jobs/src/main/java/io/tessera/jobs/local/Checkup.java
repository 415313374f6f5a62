/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.PoolSettings;
import io.tessera.streaming.pool.ProcessWorkerPool;
import io.tessera.streaming.pool.WorkerCommand;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Looks at this machine. */
public final class Checkup {
    private static final long ENOUGH_MEMORY = 4L << 30;
    private static final long ENOUGH_DISK = 1L << 30;

    private Checkup() {}

    /** How grave a finding is. */
    public enum Level {
        /** As it should be. */
        GOOD("ok"),
        /** Works, but not as well as it could. */
        BETTER("note"),
        /** Does not work without. */
        MISSING("MISS");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param found what there is
     * @param todo what to do about it; empty for nothing
     */
    public record Finding(Level level, String name, String found, String todo) {}

    /** Everything that was looked at, for runs that write to {@code out}. */
    public static List<Finding> of(Path out) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(processors());
        findings.add(memory());
        findings.add(disk(out));
        findings.add(isolation());
        findings.add(workers());
        findings.add(
                new Finding(
                        Level.GOOD, "natives", "unpacked to " + WorkerCommand.nativesCache(), ""));
        findings.add(accelerator());
        return findings;
    }

    private static Finding java() {
        return new Finding(
                Level.GOOD,
                "java",
                "%s at %s"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("java.home")),
                "");
    }

    private static Finding processors() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Finding(
                processors > 1 ? Level.GOOD : Level.BETTER,
                "processors",
                Integer.toString(processors),
                processors > 1 ? "" : "two or more read while they decode");
    }

    private static Finding memory() {
        if (java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            long bytes = system.getTotalMemorySize();
            boolean enough = bytes >= ENOUGH_MEMORY;
            return new Finding(
                    enough ? Level.GOOD : Level.BETTER,
                    "memory",
                    "%.1f GB".formatted(bytes / 1e9),
                    enough ? "" : "use --parallel 1 below 4 GB");
        }
        return new Finding(Level.GOOD, "memory", "unknown", "");
    }

    private static Finding disk(Path out) {
        try {
            Path there = out.toAbsolutePath();
            while (!Files.exists(there)) {
                Path parent = there.getParent();
                if (parent == null) {
                    break;
                }
                there = parent;
            }
            long usable = Files.getFileStore(there).getUsableSpace();
            boolean writable = Files.isWritable(there);
            Level level = writable ? Level.GOOD : Level.MISSING;
            return new Finding(
                    writable && usable < ENOUGH_DISK ? Level.BETTER : level,
                    "disk",
                    "%.1f GB free at %s".formatted(usable / 1e9, there),
                    writable ? "" : "cannot be written to: give another --out");
        } catch (IOException e) {
            return new Finding(
                    Level.MISSING, "disk", String.valueOf(e.getMessage()), "check --out");
        }
    }

    private static Finding isolation() {
        boolean works = succeeds("unshare", "-rn", "true");
        return new Finding(
                works ? Level.GOOD : Level.BETTER,
                "isolation",
                works
                        ? "workers run without a network"
                        : "workers keep the network of this machine",
                works ? "" : "allow user namespaces (unshare -rn) to take it from them");
    }

    private static Finding accelerator() {
        boolean there = succeeds("nvidia-smi", "-L");
        return new Finding(
                Level.GOOD, "accelerator", there ? "NVIDIA" : "none, none is needed", "");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Opens a small picture in a worker: that needs the process, its class path and its natives.
     */
    private static Finding workers() {
        Path picture = null;
        try (WorkerPool pool = new ProcessWorkerPool(PoolSettings.of(1, Options.DEFAULTS))) {
            picture = Files.createTempFile("tessera-doctor", ".png");
            BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            ImageIO.write(image, "png", picture.toFile());
            WorkerPool.SpooledInput input =
                    new WorkerPool.SpooledInput(
                            "doctor", Kind.DOCUMENT, picture, Options.DEFAULTS, null);
            InputPlan plan = pool.plan(input).toCompletableFuture().join().plan();
            InputState state = plan.getState();
            return state == null
                    ? new Finding(Level.GOOD, "workers", "start and read", "")
                    : new Finding(
                            Level.MISSING,
                            "workers",
                            "%s: %s".formatted(state, plan.getReason()),
                            "report this with what doctor says");
        } catch (IOException | CompletionException e) {
            return new Finding(
                    Level.MISSING,
                    "workers",
                    String.format(Locale.ROOT, "do not start: %s", e.getMessage()),
                    "build again, or check the temporary folder");
        } finally {
            remove(picture);
        }
    }

    private static void remove(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // A picture of 100 bytes in the temporary folder harms nobody.
                return;
            }
        }
    }
}
