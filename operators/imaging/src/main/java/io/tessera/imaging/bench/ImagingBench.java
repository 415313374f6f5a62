/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.Sha256;
import io.tessera.imaging.family.Partitions;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.resample.LineMixer;
import io.tessera.imaging.resample.LineMixers;
import io.tessera.imaging.resample.Resampler;
import io.tessera.imaging.tensor.ElementType;
import io.tessera.imaging.tensor.GlobalView;
import io.tessera.imaging.tensor.TileTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures partition, resampling and normalisation of one picture of 3840x2160 pixels a family,
 * into float32, beside the peers that are installed. Serves one thread.
 *
 * <p>The plain loops, those of a provider, and whichever would run here have names of their own.
 * The global view is measured apart.
 */
public final class ImagingBench {
    private static final int WIDTH = 3840;
    private static final int HEIGHT = 2160;

    private final List<Peer> peers;
    private final int repeats;

    /**
     * Prepares a run.
     *
     * @param peers to measure beside; those that do not start are noted and left out
     * @param repeats measured repetitions; as many go before to warm up
     */
    public ImagingBench(List<Peer> peers, int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException(repeats + " repetitions; at least 1 is needed");
        }
        this.peers = List.copyOf(peers);
        this.repeats = repeats;
    }

    /** The pictures' partitions, as they are compared: published parameters, 4KHD with 55 tiles. */
    private static Map<String, Partition> partitions() {
        Map<String, Partition> partitions = new LinkedHashMap<>();
        partitions.put("xcomposer2d5", Partitions.of("xcomposer2d5", Map.of()));
        partitions.put("xcomposer2-4khd", Partitions.of("xcomposer2-4khd", Map.of("hd_num", "55")));
        partitions.put("xcomposer2", Partitions.of("xcomposer2", Map.of()));
        partitions.put("internvl2_5", Partitions.of("internvl2_5", Map.of()));
        return partitions;
    }

    /**
     * Measures.
     *
     * @param measures takes each measure as it is known
     * @param notes takes a line for people: a peer that is missing, versions, bytes that differ
     */
    public void run(Consumer<Measure> measures, Consumer<String> notes)
            throws IOException, InterruptedException {
        Map<Peer, Map<String, Peer.Line>> ran = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Optional<Map<String, Peer.Line>> lines = peer.run(repeats);
            if (lines.isEmpty()) {
                notes.accept(
                        "peer %s is not installed for %s; %s"
                                .formatted(peer.name(), peer.python(), peer.install()));
            } else {
                ran.put(peer, lines.get());
                lines.get().values().stream()
                        .findFirst()
                        .ifPresent(line -> notes.accept(peer.name() + ": " + line.versions()));
            }
        }
        notes.accept("loops that run here: " + LineMixers.kind());
        RgbImage image = FormulaImage.draw("mix", WIDTH, HEIGHT, 1);
        partitions()
                .forEach(
                        (family, partition) ->
                                family(family, partition, image, ran, measures, notes));
    }

    private void family(
            String family,
            Partition partition,
            RgbImage image,
            Map<Peer, Map<String, Peer.Line>> ran,
            Consumer<Measure> measures,
            Consumer<String> notes) {
        String name = "imaging/" + family;
        Layout layout = partition.layout(WIDTH, HEIGHT);
        Timing plain = tiles(partition, layout, image, LineMixers.plain(), name, ran, notes);
        Optional<Timing> vector =
                LineMixers.provided()
                        .map(mixer -> tiles(partition, layout, image, mixer, name, ran, notes));
        report(name, name, vector.orElse(plain), ran, measures);
        report(name + "/plain", name, plain, ran, measures);
        vector.ifPresent(timing -> report(name + "/vector", name, timing, ran, measures));
        if (layout.globalView()) {
            RgbImage canvas = new Cutter().cut(image, partition).canvas();
            Timing global =
                    Timing.of(
                            () -> GlobalView.of(canvas, layout.tile(), partition.statistics()),
                            repeats);
            report(name + "/global", name + "/global", global, ran, measures);
        }
    }

    private Timing tiles(
            Partition partition,
            Layout layout,
            RgbImage image,
            LineMixer mixer,
            String name,
            Map<Peer, Map<String, Peer.Line>> ran,
            Consumer<String> notes) {
        TileTensor tensor =
                new TileTensor(new Resampler(mixer), partition.statistics(), ElementType.FLOAT32);
        ByteBuffer target = ByteBuffer.allocateDirect((int) tensor.byteCount(layout));
        Timing timing =
                Timing.of(
                        () -> {
                            target.clear();
                            tensor.write(image, layout, target);
                        },
                        repeats);
        String digest = Sha256.of(target.flip());
        for (Map.Entry<Peer, Map<String, Peer.Line>> peer : ran.entrySet()) {
            Peer.Line line = peer.getValue().get(name);
            if ("authors".equals(peer.getKey().name()) && line != null) {
                notes.accept(
                        "%s: bytes %s those of the authors' pipeline"
                                .formatted(
                                        name,
                                        digest.equals(line.sha256()) ? "equal" : "DIFFER FROM"));
            }
        }
        return timing;
    }

    private static void report(
            String name,
            String peerName,
            Timing timing,
            Map<Peer, Map<String, Peer.Line>> ran,
            Consumer<Measure> measures) {
        List<Measure> beside = new ArrayList<>();
        ran.forEach(
                (peer, lines) -> {
                    Peer.Line line = lines.get(peerName);
                    if (line != null) {
                        beside.add(Measure.beside(name, timing, peer.name(), line.ms()));
                    }
                });
        if (beside.isEmpty()) {
            beside.add(Measure.alone(name, timing));
        }
        beside.forEach(measures);
    }
}
