/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.family.Partitions;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.resample.LineMixers;
import io.tessera.imaging.resample.Resampler;
import io.tessera.imaging.tensor.ElementType;
import io.tessera.imaging.tensor.TileTensor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One picture of 3840x2160 pixels to tiles as float32; docs/imaging.md says how to run it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TilesBenchmark {
    @Param({"xcomposer2d5", "xcomposer2-4khd", "xcomposer2", "internvl2_5"})
    private String family;

    @Param({"plain", "fastest"})
    private String loops;

    private final RgbImage image = FormulaImage.draw("mix", 3840, 2160, 1);
    private TileTensor tensor;
    private Layout layout;
    private ByteBuffer target;

    /** Prepares the family's layout and a buffer that is used again and again. */
    @Setup
    public void prepare() {
        Partition partition =
                Partitions.of(
                        family,
                        family.equals("xcomposer2-4khd") ? Map.of("hd_num", "55") : Map.of());
        layout = partition.layout(image.width(), image.height());
        Resampler resampler =
                new Resampler(loops.equals("plain") ? LineMixers.plain() : LineMixers.fastest());
        tensor = new TileTensor(resampler, partition.statistics(), ElementType.FLOAT32);
        target = ByteBuffer.allocateDirect((int) tensor.byteCount(layout));
    }

    /** Partition, resampling and normalisation. */
    @Benchmark
    public ByteBuffer tiles() {
        target.clear();
        tensor.write(image, layout, target);
        return target;
    }
}
