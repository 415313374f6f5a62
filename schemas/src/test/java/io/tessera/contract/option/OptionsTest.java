/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
    @Test
    void haveUniqueKeysAndEachSaysWhatItDoes() {
        assertThat(TesseraOptions.all()).extracting(Option::key).doesNotHaveDuplicates();
        assertThat(TesseraOptions.all())
                .allSatisfy(
                        option -> {
                            assertThat(option.description()).hasSizeGreaterThan(10).endsWith(".");
                            assertThat(option.scopes()).isNotEmpty();
                        });
    }

    @Test
    void refuseADefaultThatIsNotCanonical() {
        assertThatThrownBy(
                        () ->
                                Option.declare(
                                        "some.time",
                                        OptionType.DURATION,
                                        "30s",
                                        false,
                                        Option.BOTH,
                                        "A time."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("some.time");
    }

    @Test
    void giveDefaultsWhereNothingIsSet() {
        assertThat(Options.DEFAULTS.get(TesseraOptions.CHUNK).micros()).isEqualTo(30_000_000);
        assertThat(Options.DEFAULTS.get(TesseraOptions.ENGINE)).isEqualTo("literal");
        assertThat(Options.DEFAULTS.find(TesseraOptions.PROMPT)).isEmpty();
        assertThatThrownBy(() -> Options.DEFAULTS.get(TesseraOptions.PROMPT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("prompt");
        assertThat(Options.DEFAULTS.toMap()).isEmpty();
    }

    @Test
    void keepWhatDiffersInCanonicalForm() {
        Options options =
                Options.parse(Map.of("chunk", " 0.5m ", "sample", "fps:2.50", "limit.heap", "1G"));
        assertThat(options.toMap())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("sample", "fps:2.5", "limit.heap", "1073741824"));
        assertThat(options).isEqualTo(Options.parse(options.toMap()));
    }

    @Test
    void reportEveryProblemAtOnce() {
        assertThatThrownBy(
                        () ->
                                Options.parse(
                                        Map.of(
                                                "chnk", "30s",
                                                "sample", "sometimes",
                                                "limit.pages", "-1",
                                                "language", "deu")))
                .isInstanceOf(OptionProblems.class)
                .hasMessageContaining("unknown option 'chnk'; the nearest is chunk")
                .hasMessageContaining("option sample has the value 'sometimes'; expected family")
                .hasMessageContaining("option limit.pages has the value '-1'; expected a whole")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("language"));
    }

    @Test
    void areOverlaidByOthers() {
        Options job = Options.parse(Map.of("chunk", "10s", "language", "deu"));
        Options overlaid = job.with(Map.of("chunk", "30s", "sample", "keyframes"));
        assertThat(overlaid.toMap())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("language", "deu", "sample", "keyframes"));
        assertThat(job.get(TesseraOptions.CHUNK).micros()).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "chunk, 0.5s",
        "chunk, 30",
        "chunk, -30s",
        "chunk, 1e3s",
        "chunk, 999999999999h",
        "chunk, ''",
        "sample, uniform:0",
        "sample, uniform:-4",
        "sample, uniform",
        "sample, fps:NaN",
        "sample, fps:1e9",
        "sample, fps:0",
        "sample, family:2",
        "sample, every:2",
        "limit.heap, 12x",
        "limit.heap, 999999999999999g",
        "limit.heap, -1",
        "limit.pages, 1.5",
        "limit.pages, 99999999999",
    })
    void refuseValuesThatMeanNothing(String key, String value) {
        assertThatThrownBy(() -> Options.parse(Map.of(key, value)))
                .isInstanceOf(OptionProblems.class)
                .hasMessageContaining(key)
                .hasMessageContaining("'" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "chunk, chunks",
        "limit.page, limit.pages",
        "limit.imagepixels, limit.image-pixels"
    })
    void nameTheNearest(String meant, String typed) {
        String key = typed.equals("chunks") ? typed : meant;
        String nearest = typed.equals("chunks") ? meant : typed;
        assertThatThrownBy(() -> Options.parse(Map.of(key, "1")))
                .hasMessageContaining("'" + key + "'; the nearest is " + nearest);
    }
}
