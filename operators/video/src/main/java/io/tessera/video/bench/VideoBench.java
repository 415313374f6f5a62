/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.bench;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.FileByteSource;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.VideoProbe;
import io.tessera.video.VideoSource;
import io.tessera.video.still.JpegEncoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures what it costs to get frames out of a clip, beside other decoders where they are
 * installed: CPU time of one decoding thread, opening and planning included, frames scaled to RGB.
 * Runs of both sides alternate, and the least of each counts.
 */
public final class VideoBench {
    private static final int RUNS = 3;
    private static final int EDGE = 448;
    private static final int SHEET_COLUMNS = 6;
    private static final int SHEET_ROWS = 5;
    private static final int CELL_WIDTH = 320;
    private static final int CELL_HEIGHT = 180;

    /** What is asked for, and who else can do it. */
    private enum Plan {
        UNIFORM16("uniform16", "uniform:16"),
        FPS1("fps1", "fps:1"),
        KEYFRAMES("keyframes", "keyframes"),
        SHEET("sheet", "uniform:30");

        private final String label;
        private final String sample;

        Plan(String label, String sample) {
            this.label = label;
            this.sample = sample;
        }

        Set<Peer> peers() {
            return switch (this) {
                case UNIFORM16, FPS1 -> EnumSet.of(Peer.TORCHCODEC, Peer.DECORD, Peer.PYAV);
                case KEYFRAMES, SHEET -> EnumSet.of(Peer.FFMPEG);
            };
        }
    }

    private final Path clip;
    private final Set<Peer> peers;
    private final Consumer<String> notes;

    /** {@code notes} takes one line for each peer that is not installed. */
    public VideoBench(Path clip, Consumer<String> notes) {
        this(clip, EnumSet.allOf(Peer.class), notes);
    }

    VideoBench(Path clip, Set<Peer> peers, Consumer<String> notes) {
        this.clip = clip;
        this.peers = peers;
        this.notes = notes;
    }

    /** Measures every plan beside every peer that is there. */
    public List<Measure> run() throws IOException, InputFailure, InterruptedException {
        List<Measure> measures = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            measures.addAll(run(plan));
        }
        return measures;
    }

    private List<Measure> run(Plan plan) throws IOException, InputFailure, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        once(plan, seconds);
        double[] ours = new double[RUNS];
        Map<Peer, OptionalDouble> theirs = new EnumMap<>(Peer.class);
        for (int i = 0; i < RUNS; i++) {
            ours[i] = once(plan, new ArrayList<>());
            for (Peer peer : plan.peers()) {
                if (!peers.contains(peer)) {
                    continue;
                }
                if (i == 0 || theirs.getOrDefault(peer, OptionalDouble.empty()).isPresent()) {
                    least(theirs, peer, peer.run(plan.label, clip, EDGE, seconds));
                }
            }
        }
        double value = Arrays.stream(ours).min().orElseThrow();
        double spread = (Arrays.stream(ours).max().orElseThrow() - value) / value;
        String name = "video/" + plan.label;
        List<Measure> measures = new ArrayList<>();
        theirs.forEach(
                (peer, least) -> {
                    if (least.isPresent()) {
                        measures.add(
                                new Measure(
                                        name, value, peer.label(), least.getAsDouble(), spread));
                    } else {
                        notes.accept(
                                "%s is not installed, so %s is not measured beside it; %s"
                                        .formatted(peer.label(), name, peer.howToInstall()));
                    }
                });
        if (measures.isEmpty()) {
            measures.add(new Measure(name, value, "", 0, spread));
        }
        return measures;
    }

    private static void least(Map<Peer, OptionalDouble> known, Peer peer, OptionalDouble measured) {
        OptionalDouble before = known.getOrDefault(peer, OptionalDouble.empty());
        boolean keep =
                before.isPresent()
                        && (measured.isEmpty() || before.getAsDouble() <= measured.getAsDouble());
        known.put(peer, keep ? before : measured);
    }

    /** CPU milliseconds of one run; adds the times of the frames that came. */
    private double once(Plan plan, List<Double> seconds) throws IOException, InputFailure {
        long before = cpuNanos();
        boolean sheet = plan == Plan.SHEET;
        int sheetWidth = SHEET_COLUMNS * CELL_WIDTH;
        int width = sheet ? CELL_WIDTH : EDGE;
        int height = sheet ? CELL_HEIGHT : EDGE;
        int rowBytes = 3 * (sheet ? sheetWidth : EDGE);
        ByteBuffer pixels =
                ByteBuffer.allocateDirect(
                        sheet ? rowBytes * SHEET_ROWS * CELL_HEIGHT : rowBytes * EDGE);
        Options options =
                Options.parse(
                        Map.of("sample", plan.sample, "chunk", "whole", "limit.frames", "100000"));
        try (VideoSource video =
                VideoSource.open(new FileByteSource(clip), options, Progress.NONE)) {
            InputPlan planned = video.plan(Progress.NONE);
            VideoProbe probe = planned.getVideo();
            double unit = (double) probe.getTimeBaseNum() / probe.getTimeBaseDen();
            for (UnitSpec chunk : planned.getUnits()) {
                video.walk(
                        chunk.getChunk(),
                        0,
                        frame -> {
                            int cell = seconds.size();
                            int at =
                                    sheet
                                            ? cell / SHEET_COLUMNS * CELL_HEIGHT * rowBytes
                                                    + cell % SHEET_COLUMNS * CELL_WIDTH * 3
                                            : 0;
                            frame.rgb(width, height, pixels.duplicate().position(at), rowBytes);
                            seconds.add(probe.getFirstPts() * unit + frame.micros() / 1e6);
                        },
                        Progress.NONE);
            }
        }
        if (sheet) {
            JpegEncoder.encode(pixels, sheetWidth, SHEET_ROWS * CELL_HEIGHT, 85);
        }
        return (cpuNanos() - before) / 1e6;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
