/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.util.OptionalInt;

/** A checkpoint's tokenizer. Immutable and thread-safe. */
public interface Tokenizer {
    /**
     * Ids of template text, whose markers (such as {@code <|im_end|>}) become their special tokens.
     * Never give it text of a person or a document: see {@link #encodeContent}.
     *
     * @param bos whether to begin with the begin-of-sequence id, where the family has one
     */
    int[] encodeTemplate(String text, boolean bos);

    /**
     * Ids of text in which no marker is parsed, as the library's {@code split_special_tokens} does.
     * Pieces of the model file that spell a marker still give its id: see {@link #encodeContent}.
     */
    int[] encodePlain(String text, boolean bos);

    /**
     * Ids of text from a person or a document. Whatever it contains, no id of a special token, turn
     * marker or image placeholder comes out of it.
     */
    int[] encodeContent(String text);

    /** The text of ids; special tokens are left out or kept. */
    String decode(int[] ids, boolean skipSpecial);

    /** The id of a marker, e.g. {@code <IMG_CONTEXT>}; empty where this tokenizer has none. */
    OptionalInt idOf(String marker);

    /** Begin-of-sequence id; empty where the family uses none. */
    OptionalInt bos();

    /** Ids run from 0 to this, exclusive; the embedding has at least as many rows. */
    int size();
}
