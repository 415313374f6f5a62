/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.inspect;

import io.tessera.imaging.partition.TokenRun;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a token sequence is made of. */
final class TokenWords {
    private TokenWords() {}

    static String of(List<TokenRun> runs) {
        List<String> words = new ArrayList<>();
        long tiles = runs.stream().filter(run -> run.part() == TokenRun.Part.TILE).count();
        for (TokenRun run : runs) {
            switch (run.part()) {
                case GLOBAL -> words.add("global " + rows(run));
                case SEPARATOR -> words.add("separator 1");
                case LOCAL -> words.add("tiles " + rows(run));
                case TILE -> {
                    if (run.tile() == 0) {
                        words.add("tiles %d x %d".formatted(tiles, run.tokens()));
                    }
                }
                case THUMBNAIL -> words.add("thumbnail " + run.tokens());
            }
        }
        return String.join(", ", words);
    }

    private static String rows(TokenRun run) {
        return "%d rows of %d%s"
                .formatted(run.rows(), run.columns(), run.newlines() ? " + newline" : "");
    }
}
