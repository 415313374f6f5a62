/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tessera.v1.Colour;
import io.tessera.v1.Motion;
import io.tessera.v1.SeenText;
import io.tessera.v1.Span;
import io.tessera.worker.chunk.ClipReadings.Chunk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds facts and captions of the public clips to what a person sees in them. */
class TruthTest {
    private static final double TOLERANCE = 0.5;
    private static final double NEARLY_ALL = 0.8;

    static Stream<Truth> clips() {
        return Truth.all().stream();
    }

    @ParameterizedTest
    @MethodSource("clips")
    void findsTheCutsAndNoOthers(Truth truth) {
        List<Double> cuts = new ArrayList<>();
        for (Chunk chunk : chunks(truth)) {
            chunk.facts().getShots().stream()
                    .skip(1)
                    .forEach(shot -> cuts.add(shot.getStartMicros() / 1e6));
        }

        assertThat(cuts).hasSameSizeAs(truth.cuts());
        for (int i = 0; i < cuts.size(); i++) {
            assertThat(cuts.get(i)).isCloseTo(truth.cuts().get(i), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @MethodSource("clips")
    void tellsMovingFromStill(Truth truth) {
        for (Chunk chunk : chunks(truth)) {
            truth.moving().forEach(stretch -> assertMotion(chunk, stretch, true));
            truth.still().forEach(stretch -> assertMotion(chunk, stretch, false));
        }
    }

    /** The stretch may begin and end half a second off where it is long enough to tell. */
    private static void assertMotion(Chunk chunk, Truth.Stretch stretch, boolean moving) {
        double from = Math.max(stretch.from(), chunk.start());
        double to = Math.min(stretch.to(), chunk.end());
        double margin = to - from > 3 * TOLERANCE ? TOLERANCE : 0;
        Truth.Stretch core = new Truth.Stretch(from + margin, to - margin);
        boolean cutByChunk = to - from < stretch.to() - stretch.from();
        if (to <= from || (cutByChunk && to - from < 2 * TOLERANCE)) {
            return;
        }
        double agreed = 0;
        for (Motion motion : chunk.facts().getMotion()) {
            if (motion.getMoving() == moving) {
                agreed += core.overlap(motion.getStartMicros() / 1e6, motion.getEndMicros() / 1e6);
            }
        }
        assertThat(agreed / (core.to() - core.from()))
                .as("%s from %.1f to %.1f s".formatted(moving ? "moving" : "still", from, to))
                .isGreaterThanOrEqualTo(NEARLY_ALL);
    }

    @ParameterizedTest
    @MethodSource("clips")
    void namesColoursAsPeopleDo(Truth truth) {
        for (Chunk chunk : chunks(truth)) {
            List<String> names =
                    chunk.facts().getColours().stream().map(TruthTest::family).toList();
            assertThat(names).isSubsetOf(truth.allowed());
            for (String wanted : truth.colours()) {
                assertThat(names).containsAnyElementsOf(Arrays.asList(wanted.split("\\|")));
            }
        }
    }

    /** A name without light and dark before it; colours between two count as the second. */
    private static String family(Colour colour) {
        return colour.getName().replaceFirst("^(light|dark) ", "").replace("blue-green", "green");
    }

    @ParameterizedTest
    @MethodSource("clips")
    void readsWhatIsLegibleAndNothingElse(Truth truth) {
        List<String> seen = new ArrayList<>();
        for (Chunk chunk : chunks(truth)) {
            chunk.facts().getText().stream().map(SeenText::getText).forEach(seen::add);
            assertThat(chunk.facts().getCodes()).isEmpty();
        }

        assertThat(seen).allMatch(text -> truth.text().stream().anyMatch(t -> alike(t, text)));
        assertThat(seen.isEmpty()).isEqualTo(truth.text().isEmpty());
    }

    /** Four of five letters in place: drawn letters are misread. */
    private static boolean alike(String truth, String text) {
        String a = truth.toLowerCase(Locale.ROOT);
        String b = text.toLowerCase(Locale.ROOT);
        int same = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            same += a.charAt(i) == b.charAt(i) ? 1 : 0;
        }
        return same >= NEARLY_ALL * Math.max(a.length(), b.length());
    }

    @ParameterizedTest
    @MethodSource("clips")
    void findsBlackStretches(Truth truth) {
        for (Chunk chunk : chunks(truth)) {
            List<Span> black = chunk.facts().getBlack();
            for (Truth.Stretch stretch : truth.black()) {
                double covered = 0;
                for (Span span : black) {
                    covered +=
                            stretch.overlap(span.getStartMicros() / 1e6, span.getEndMicros() / 1e6);
                }
                double wanted = stretch.overlap(chunk.start(), chunk.end());
                assertThat(covered).isCloseTo(wanted, within(TOLERANCE));
            }
            List<Truth.Stretch> may = new ArrayList<>(truth.black());
            may.addAll(truth.maybeBlack());
            assertThat(black)
                    .allSatisfy(
                            span ->
                                    assertThat(may)
                                            .anySatisfy(
                                                    stretch -> {
                                                        double from = span.getStartMicros() / 1e6;
                                                        double to = span.getEndMicros() / 1e6;
                                                        assertThat(from)
                                                                .isGreaterThanOrEqualTo(
                                                                        stretch.from() - TOLERANCE);
                                                        assertThat(to)
                                                                .isLessThanOrEqualTo(
                                                                        stretch.to() + TOLERANCE);
                                                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("clips")
    void coversEachChunkWithShotsAndStretches(Truth truth) {
        for (Chunk chunk : chunks(truth)) {
            double end = chunk.start();
            for (Span shot : chunk.facts().getShots()) {
                assertThat(shot.getStartMicros() / 1e6).isEqualTo(end);
                end = shot.getEndMicros() / 1e6;
            }
            assertThat(end).isEqualTo(chunk.end());
            end = chunk.start();
            for (Motion motion : chunk.facts().getMotion()) {
                assertThat(motion.getStartMicros() / 1e6).isEqualTo(end);
                end = motion.getEndMicros() / 1e6;
            }
            assertThat(end).isEqualTo(chunk.end());
        }
    }

    @Test
    void givesNoTwoChunksTheSameCaption() {
        List<String> captions = new ArrayList<>();
        for (Truth truth : Truth.all()) {
            chunks(truth).forEach(chunk -> captions.add(chunk.caption()));
        }

        assertThat(captions).doesNotHaveDuplicates().allMatch(c -> c.contains("Measured, not"));
    }

    @ParameterizedTest
    @MethodSource("clips")
    void wordsWhatWasMeasured(Truth truth) {
        for (Chunk chunk : chunks(truth)) {
            String caption = chunk.caption().toLowerCase(Locale.ROOT);
            String colour = chunk.facts().getColours().get(0).getName();
            assertThat(caption).contains(colour);
            long cuts = chunk.facts().getShots().size() - 1L;
            boolean black = caption.startsWith("the picture is black");
            assertThat(black || caption.contains("one continuous shot")).isEqualTo(cuts == 0);
            chunk.facts().getText().stream()
                    .limit(4)
                    .forEach(
                            text ->
                                    assertThat(chunk.caption())
                                            .contains("“" + text.getText() + "”"));
        }
    }

    private static List<Chunk> chunks(Truth truth) {
        return ClipReadings.of(clip(truth.clip()));
    }

    static Path clip(String name) {
        Path folder = Path.of(System.getProperty("tessera.shared", "../shared"), "media", "video");
        Path clip = folder.resolve(name);
        Assumptions.assumeTrue(Files.exists(clip), () -> "no public clips here: " + clip);
        return clip;
    }
}
