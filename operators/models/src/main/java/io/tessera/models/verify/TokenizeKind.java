/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.models.tokenizer.Tokenizer;
import io.tessera.models.tokenizer.TokenizerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Ids of texts and texts of ids. */
final class TokenizeKind implements CaseKind {
    private final Map<Path, Tokenizer> tokenizers = new HashMap<>();

    @Override
    public String kind() {
        return "tokenize";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws IOException, CannotCheck {
        Tokenizer tokenizer = tokenizer(recorded);
        String text = recorded.json().path("text").asText();
        boolean bos = recorded.json().path("bos").asBoolean();
        int[] ids =
                recorded.json().path("special").asBoolean()
                        ? tokenizer.encodeTemplate(text, bos)
                        : tokenizer.encodePlain(text, bos);
        int[] expected = Numbers.ints(recorded.expect().path("ids"));
        findings.same("ids", Arrays.toString(ids), Arrays.toString(expected));
        findings.same(
                "decoded",
                tokenizer.decode(expected, true),
                recorded.expect().path("decoded").asText());
        if (recorded.expect().has("decoded_all")) {
            findings.same(
                    "decoded_all",
                    tokenizer.decode(expected, false),
                    recorded.expect().path("decoded_all").asText());
        }
    }

    private Tokenizer tokenizer(RecordedCase recorded) throws IOException, CannotCheck {
        Path folder = recorded.folder().resolve(recorded.json().path("checkpoint").asText());
        if (!Files.isDirectory(folder)) {
            throw new CannotCheck(folder + " is not there; copy it beside the recordings");
        }
        Tokenizer known = tokenizers.get(folder);
        if (known == null) {
            known = TokenizerFolder.read(folder);
            tokenizers.put(folder, known);
        }
        return known;
    }
}
