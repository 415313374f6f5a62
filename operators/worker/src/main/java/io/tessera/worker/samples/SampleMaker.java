/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.samples;

import io.tessera.documents.sample.SampleDocuments;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.video.sample.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the samples: a clip, a cut-off copy of it, and a report as it comes in practice. Run as a
 * child process with the class path of the workers; its one argument is the folder.
 */
public final class SampleMaker {
    /** Share of the clip that its cut-off copy keeps. */
    private static final double KEPT = 0.55;

    /** Password of the locked report, which the demonstration does not give. */
    private static final String PASSWORD = "lindholm-2025";

    private final Map<Sample, byte[]> samples = new LinkedHashMap<>();

    private SampleMaker() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("expected the folder that samples are to be made in");
            System.exit(2);
        }
        make(Path.of(args[0]));
    }

    /**
     * Makes the samples and their list in a folder, which is created if need be. The list comes
     * last, so that a folder with one is complete.
     */
    public static void make(Path folder) throws IOException {
        SampleMaker maker = new SampleMaker();
        maker.addAll();
        Files.createDirectories(folder);
        for (Map.Entry<Sample, byte[]> each : maker.samples.entrySet()) {
            Files.write(folder.resolve(each.getKey().file()), each.getValue());
        }
        Files.writeString(
                folder.resolve(Sample.LIST),
                maker.samples.keySet().stream()
                        .map(sample -> sample.line() + "\n")
                        .collect(Collectors.joining()));
    }

    private void addAll() {
        byte[] clip = SampleClip.encode();
        add("harbour.mp4", Kind.VIDEO, InputState.OK, clip);
        add("harbour-cut.mp4", Kind.VIDEO, InputState.PARTIAL, Damage.cutOff(clip, KEPT));
        add("report.pdf", Kind.DOCUMENT, InputState.OK, SampleDocuments.digital());
        add("report-scanned.pdf", Kind.DOCUMENT, InputState.OK, SampleDocuments.scanned());
        add("report-fax.tiff", Kind.DOCUMENT, InputState.OK, SampleDocuments.tiff());
        add("report-cut.pdf", Kind.DOCUMENT, InputState.PARTIAL, SampleDocuments.cut());
        add(
                "report-locked.pdf",
                Kind.DOCUMENT,
                InputState.ENCRYPTED,
                SampleDocuments.locked(PASSWORD));
    }

    private void add(String file, Kind kind, InputState planned, byte[] bytes) {
        samples.put(new Sample(file, kind, planned), bytes);
    }
}
