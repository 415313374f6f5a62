/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.v1.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds every formula still. The values come from {@code printf TEXT | sha256sum}, with each zero
 * byte written {@code \000}.
 */
final class IdentityTest {
    private static final String HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final String DEFAULT_VIDEO = "a4a5f3b93673a443";

    @Test
    void namesAnInputByTenantAndContent() {
        assertThat(Identity.contentInputId("default", HELLO))
                .isEqualTo("4972888d60c5c74395f644aae5994390");
    }

    @Test
    void namesAnInputThatWasNotHadByItsReferenceAndClaim() {
        assertThat(Identity.referenceInputId("default", "file:/a/b.pdf", null))
                .isEqualTo("cdef30f0d9c1728c82c695ff2992ab65")
                .isEqualTo(Identity.referenceInputId("default", "file:/a/b.pdf", ""));
        assertThat(Identity.referenceInputId("acme-1", "s3://b/k", HELLO))
                .isEqualTo("1b0b4357b766e444f2153b52289c5773")
                .isNotEqualTo(Identity.contentInputId("acme-1", HELLO));
    }

    @Test
    void namesASegmentByItsStreamAndStart() {
        assertThat(Identity.segmentInputId("default", "cam-1", 1_700_000_000_000_000L))
                .isEqualTo("a233339dae301ad832c9fc372b29f34b");
    }

    @Test
    void namesThePipelinesOfTheDefaults() {
        assertThat(Identity.pipelineId(Kind.VIDEO, Options.DEFAULTS, null))
                .isEqualTo(DEFAULT_VIDEO);
        assertThat(Identity.pipelineId(Kind.DOCUMENT, Options.DEFAULTS, null))
                .isEqualTo("3885d532cb1e331e");
    }

    @Test
    void namesAPipelineByWhatDiffersFromTheDefaults() {
        // kind=video, chunk=10000000us, content.version=1, family=internvl2_5, model.digest=abc,
        // sample=uniform:8, each line ended.
        Options options =
                Options.parse(
                        Map.of("chunk", "10s", "family", "internvl2_5", "sample", "uniform:8"));
        assertThat(Identity.pipelineId(Kind.VIDEO, options, "abc")).isEqualTo("6aeebedf89e43d72");
    }

    @Test
    void givesOnePipelineForOneMeaning() {
        List<Map.Entry<String, String>> set =
                new ArrayList<>(
                        List.of(
                                Map.entry("chunk", "10s"),
                                Map.entry("sample", "uniform:8"),
                                Map.entry("language", "deu"),
                                Map.entry("prompt", "What?")));
        String expected = Identity.pipelineId(Kind.VIDEO, inOrder(set), null);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(set, random);
            assertThat(Identity.pipelineId(Kind.VIDEO, inOrder(set), null)).isEqualTo(expected);
        }
        set.set(set.indexOf(Map.entry("chunk", "10s")), Map.entry("chunk", "10000ms"));
        assertThat(Identity.pipelineId(Kind.VIDEO, inOrder(set), null)).isEqualTo(expected);
    }

    @Test
    void leavesOutWhatCannotChangeAResultOrIsOfTheOtherKind() {
        Options options =
                Options.parse(
                        Map.of(
                                "limit.heap", "1g",
                                "limit.unit-time", "5s",
                                "limit.pages", "7",
                                "chunk", "30s"));
        assertThat(Identity.pipelineId(Kind.VIDEO, options, null)).isEqualTo(DEFAULT_VIDEO);
        assertThat(Identity.pipelineId(Kind.DOCUMENT, options, null))
                .isNotEqualTo("3885d532cb1e331e");
    }

    @Test
    void writesUnitsSoThatTheySort() {
        assertThat(Identity.pageUnit(12)).isEqualTo("page/000012");
        assertThat(Identity.chunkUnit(90_000_000, 120_000_000))
                .isEqualTo("chunk/000000090000000-000000120000000");
        assertThat(Identity.WHOLE).isEqualTo("whole");
        assertThatThrownBy(() -> Identity.pageUnit(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> Identity.chunkUnit(5, 5)).hasMessageContaining("5-5");
        assertThatThrownBy(() -> Identity.chunkUnit(-1, 5)).hasMessageContaining("-1");
    }

    @Test
    void namesAnAnswerByItsQuestionHoweverItIsComposed() {
        String composed = "Wie gro\u00df ist \u00e4?";
        String decomposed = "Wie gro\u00df ist a\u0308?";
        assertThat(Identity.answerUnit(composed)).isEqualTo("answer/3cbd62b332bb4c60");
        assertThat(Identity.answerUnit(decomposed)).isEqualTo(Identity.answerUnit(composed));
    }

    @Test
    void namesASelectionOfPagesByItsNormalForm() {
        assertThat(Identity.wholeUnit(PageSelection.ALL)).isEqualTo("whole");
        for (String text : List.of("1-3,7", "7,1-3", "1,2,3,7,7", " 1-2 , 2-3,7")) {
            assertThat(Identity.wholeUnit(PageSelection.TYPE.parse(text)))
                    .isEqualTo("pages/ef2672c80dcb6906");
        }
    }

    @Test
    void buildsKeysFromItems() {
        String item = Identity.item("default", "p", "i", "page/000012");
        assertThat(item).isEqualTo("default/p/i/page/000012");
        assertThat(Identity.leafKey(item)).isEqualTo("default/p/i/page/000012.avro");
        assertThat(Identity.artefactKey(item, "thumbnail", "jpg"))
                .isEqualTo("default/p/i/page/000012.thumbnail.jpg");
    }

    private static Options inOrder(List<Map.Entry<String, String>> set) {
        Map<String, String> texts = new LinkedHashMap<>();
        set.forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        return Options.parse(texts);
    }
}
