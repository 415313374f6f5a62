/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form of a value reads back as that value, whichever way it was written first. */
final class RoundTripTest {
    private static final int CASES = 2_000;

    private final Random random = new Random(20261121);

    @Test
    void ofDurations() {
        List<String> units = List.of("us", "ms", "s", "m", "h");
        holds(
                OptionType.DURATION,
                () ->
                        "%d.%d%s"
                                .formatted(
                                        random.nextInt(50_000),
                                        random.nextInt(1_000),
                                        units.get(random.nextInt(units.size()))));
        assertThat(OptionType.DURATION.parse("87600h")).isEqualTo(315_360_000_000_000L);
        assertThat(OptionType.DURATION.parse("315360000000000us")).isEqualTo(315_360_000_000_000L);
        assertThat(OptionType.DURATION.parse("1.5S")).isEqualTo(1_500_000);
        assertThatThrownBy(() -> OptionType.DURATION.parse("87600.1h"))
                .hasMessageContaining("87600h");
    }

    @Test
    void ofBytes() {
        List<String> units = List.of("", "k", "m", "g", "G");
        holds(
                OptionType.BYTES,
                () -> random.nextInt(131_072) + units.get(random.nextInt(units.size())));
        assertThat(OptionType.BYTES.parse("64m")).isEqualTo(67_108_864L);
    }

    @Test
    void ofChunkRules() {
        holds(
                ChunkRule.TYPE,
                () -> random.nextInt(5) == 0 ? "whole" : 1 + random.nextInt(100_000) + "s");
        assertThat(ChunkRule.TYPE.parse("whole").whole()).isTrue();
        assertThat(ChunkRule.TYPE.parse("400h").canonical()).isEqualTo("1440000000000us");
    }

    @Test
    void ofSamplingRules() {
        holds(
                SamplingRule.TYPE,
                () ->
                        switch (random.nextInt(5)) {
                            case 0 -> "family";
                            case 1 -> "keyframes";
                            case 2 -> "uniform:" + (1 + random.nextInt(10_000));
                            case 3 ->
                                    "fps:%d.%03d"
                                            .formatted(
                                                    random.nextInt(9_999), 1 + random.nextInt(999));
                            default -> "every:" + (1 + random.nextInt(1_000_000)) + "ms";
                        });
        assertThat(SamplingRule.TYPE.parse("fps:0.500").canonical()).isEqualTo("fps:0.5");
        assertThat(SamplingRule.TYPE.parse("fps:1000").canonical()).isEqualTo("fps:1000");
        assertThat(SamplingRule.TYPE.parse("uniform:016").canonical()).isEqualTo("uniform:16");
        assertThat(SamplingRule.TYPE.parse("every:2s").canonical()).isEqualTo("every:2000000us");
    }

    @Test
    void ofPageSelectionsWhichKeepTheirPages() {
        for (int i = 0; i < CASES; i++) {
            boolean[] wanted = new boolean[41];
            List<String> parts = new ArrayList<>();
            for (int part = random.nextInt(8); part >= 0; part--) {
                int first = 1 + random.nextInt(40);
                int last = Math.min(40, first + random.nextInt(5));
                parts.add(first == last ? "" + first : first + "-" + last);
                for (int page = first; page <= last; page++) {
                    wanted[page] = true;
                }
            }
            String text = String.join(",", parts);
            PageSelection selection = PageSelection.TYPE.parse(text);
            for (int page = 1; page <= 40; page++) {
                assertThat(selection.contains(page))
                        .as("page %d of %s", page, text)
                        .isEqualTo(wanted[page]);
            }
            assertThat(PageSelection.TYPE.parse(selection.canonical())).isEqualTo(selection);
            for (int range = 1; range < selection.ranges().size(); range++) {
                assertThat(selection.ranges().get(range).first())
                        .isGreaterThan(selection.ranges().get(range - 1).last() + 1);
            }
        }
        assertThat(PageSelection.TYPE.parse("all")).isEqualTo(PageSelection.ALL);
        assertThat(PageSelection.TYPE.parse("")).isEqualTo(PageSelection.ALL);
        assertThat(PageSelection.ALL.contains(99)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "3-1", "1-", "-3", "1,,2", "a", "1-2-3", "99999999", "1;2", "all,2"})
    void refusesWhatIsNoSelection(String text) {
        assertThatThrownBy(() -> PageSelection.TYPE.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1-3,7");
    }

    private static <T> void holds(OptionType<T> type, Supplier<String> texts) {
        for (int i = 0; i < CASES; i++) {
            String text = texts.get();
            T value = type.parse(text);
            String canonical = type.format(value);
            assertThat(type.parse(canonical)).as(text).isEqualTo(value);
            assertThat(type.format(type.parse(canonical))).as(text).isEqualTo(canonical);
        }
    }
}
