/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.FileByteSource;
import io.tessera.contract.input.HeapRegion;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputState;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {
    private static final int REGION = 32 << 20;

    private final ChunkOpener opener = new ChunkOpener();

    @Test
    void givesEqualReadingsForEqualBytes() throws Exception {
        try (InputReader one = open("sample_h264.ts");
                InputReader two = open("sample_h264.ts")) {
            UnitReading first = first(one, HeapRegion.ofCapacity(REGION));
            UnitReading second = first(two, HeapRegion.ofCapacity(REGION));

            assertThat(second).isEqualTo(first);
            assertThat(first.getImages()).extracting(RegionImage::getFormat).contains("RGB", "jpg");
        }
    }

    @Test
    void readsAChunkAloneAsItReadsItInItsTurn() throws Exception {
        HeapRegion region = HeapRegion.ofCapacity(REGION);
        try (InputReader inOrder = open("bottle-detection.mp4");
                InputReader alone = open("bottle-detection.mp4")) {
            List<UnitSpec> units = inOrder.plan(Progress.NONE).getUnits();
            UnitReading inTurn = null;
            for (UnitSpec unit : units) {
                inTurn = inOrder.read(unit, HeapRegion.ofCapacity(REGION), Progress.NONE);
            }

            assertThat(alone.read(units.get(units.size() - 1), region, Progress.NONE))
                    .isEqualTo(inTurn);
        }
    }

    @Test
    void saysThatItGoesOn() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        try (InputReader reader = open("h265_video.mp4")) {
            UnitSpec unit = reader.plan(Progress.NONE).getUnits().get(0);
            reader.read(unit, HeapRegion.ofCapacity(REGION), ticks::incrementAndGet);
        }

        assertThat(ticks.get()).isGreaterThan(10);
    }

    @Test
    void refusesAChunkWhoseSheetDoesNotFitTheRegion() throws Exception {
        try (InputReader reader = open("h265_video.mp4")) {
            UnitReading reading = first(reader, HeapRegion.ofCapacity(1000));

            assertThat(reading.getState()).isEqualTo(UnitState.REFUSED);
            assertThat(reading.getCode()).isEqualTo(Code.LIMIT_REGION.name());
            assertThat(reading.getReason()).contains("limit.region");
            assertThat(first(reader, HeapRegion.ofCapacity(REGION)).getState())
                    .isEqualTo(UnitState.RECOGNISED);
        }
    }

    @Test
    void saysWhatIsMissingOfADamagedChunk() throws Exception {
        try (InputReader reader = open("damaged/corrupted.mp4")) {
            UnitReading reading = first(reader, HeapRegion.ofCapacity(REGION));

            assertThat(reading.getState()).isEqualTo(UnitState.RECOGNISED);
            assertThat(reading.getMissing()).isNotEmpty().allMatch(m -> m.contains(" frames"));
        }
    }

    @Test
    void refusesALanguageItCannotRead() throws Exception {
        Options options = Options.parse(Map.of("language", "xyz"));
        FakeBytes bytes = new FakeBytes();

        assertThatThrownBy(() -> opener.open(bytes, options, null, Progress.NONE))
                .isInstanceOfSatisfying(
                        InputFailure.class,
                        e -> assertThat(e.state()).isEqualTo(InputState.UNSUPPORTED));
        assertThat(bytes.closed).isFalse();
    }

    private InputReader open(String name) throws IOException, InputFailure {
        return opener.open(
                new FileByteSource(TruthTest.clip(name)), Options.DEFAULTS, null, Progress.NONE);
    }

    private static UnitReading first(InputReader reader, HeapRegion region) throws InputFailure {
        UnitSpec unit = reader.plan(Progress.NONE).getUnits().get(0);
        return reader.read(unit, region, Progress.NONE);
    }

    /** Bytes that nobody should come to read. */
    private static final class FakeBytes implements ByteSource {
        private boolean closed;

        @Override
        public long length() {
            return 1;
        }

        @Override
        public int read(long position, ByteBuffer target) {
            throw new AssertionError("read");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
