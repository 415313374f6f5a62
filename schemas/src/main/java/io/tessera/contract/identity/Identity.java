/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.identity;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.option.Option;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitSpec;
import java.text.Normalizer;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one place where ids are made. Hash inputs are UTF-8 text with lower-case hex and decimal
 * numbers; golden values in the tests hold every formula still.
 */
public final class Identity {
    /**
     * Raised whenever code or a default changes a result, so that old leaves are not taken for new
     * ones.
     */
    public static final int CONTENT_VERSION = 1;

    /** The unit that stands for an input as a whole. */
    public static final String WHOLE = "whole";

    private Identity() {}

    /** Id of an input whose bytes were had, from their SHA-256 in lower-case hex. */
    public static String contentInputId(String tenant, String sha256) {
        return shortened("content\0" + tenant + "\0" + sha256, 32);
    }

    /** Id of an input whose bytes were not had as claimed. */
    public static String referenceInputId(
            String tenant, String uri, @Nullable String claimedSha256) {
        String claimed = claimedSha256 == null ? "" : claimedSha256;
        return shortened("reference\0" + tenant + "\0" + uri + "\0" + claimed, 32);
    }

    /** Id of a live segment from its start in microseconds. */
    public static String segmentInputId(String tenant, String stream, long startMicros) {
        return shortened("segment\0" + tenant + "\0" + stream + "\0" + startMicros, 32);
    }

    /**
     * Id of everything that can change a result of reading: kind, content version, the model's
     * digest where there is one, and every such option that is not at its default.
     */
    public static String pipelineId(Kind kind, Options options, @Nullable String modelDigest) {
        Option.Scope scope = kind == Kind.VIDEO ? Option.Scope.VIDEO : Option.Scope.DOCUMENT;
        SortedMap<String, String> lines = new TreeMap<>();
        SortedMap<String, String> set = options.toMap();
        for (Option<?> option : TesseraOptions.all()) {
            String value = set.get(option.key());
            if (value != null && option.changesResults() && option.scopes().contains(scope)) {
                lines.put(option.key(), value);
            }
        }
        lines.put("content.version", Integer.toString(CONTENT_VERSION));
        if (modelDigest != null) {
            lines.put("model.digest", modelDigest);
        }
        StringBuilder text = new StringBuilder("kind=");
        text.append(kind.name().toLowerCase(Locale.ROOT)).append('\n');
        lines.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return shortened(text.toString(), 16);
    }

    /** Unit of a page, counted from 1. */
    public static String pageUnit(int page) {
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1: " + page);
        }
        return "page/%06d".formatted(page);
    }

    /** Unit of a chunk in microseconds from the input's first frame. */
    public static String chunkUnit(long startMicros, long endMicros) {
        if (startMicros < 0 || endMicros <= startMicros) {
            throw new IllegalArgumentException("not a chunk: " + startMicros + "-" + endMicros);
        }
        return "chunk/%015d-%015d".formatted(startMicros, endMicros);
    }

    /** Unit of an answer to a question. */
    public static String answerUnit(String question) {
        return "answer/" + shortened(Normalizer.normalize(question, Normalizer.Form.NFC), 16);
    }

    /** Unit of an input as a whole, or of a selection of its pages. */
    public static String wholeUnit(PageSelection pages) {
        return pages.all() ? WHOLE : "pages/" + shortened(pages.canonical(), 16);
    }

    /** Item id, which is also the key of the item's ledger entry. */
    public static String item(String tenant, String pipelineId, String inputId, String unit) {
        return tenant + "/" + pipelineId + "/" + inputId + "/" + unit;
    }

    /** Key of an item's leaf in the store. */
    public static String leafKey(String item) {
        return item + ".avro";
    }

    /** Key of an item's artefact, e.g. {@code composite} with {@code jpg}. */
    public static String artefactKey(String item, String name, String extension) {
        return item + "." + name + "." + extension;
    }

    /** Name of a unit as part of file names for people. */
    public static String unitLabel(UnitSpec unit) {
        return unit.getPage() == null
                ? "chunk-%04d".formatted(unit.getIndex())
                : "page-%04d".formatted(unit.getPage());
    }

    private static String shortened(String text, int digits) {
        return Digests.sha256(text).substring(0, digits);
    }
}
