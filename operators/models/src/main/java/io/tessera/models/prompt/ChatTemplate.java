/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.prompt;

import java.util.List;
import java.util.Set;

/** How a family writes a conversation. Immutable and thread-safe. */
public interface ChatTemplate {
    /**
     * Assembles the prompt of template text: markers and image slots in the messages are parsed, so
     * they must come from the authors or a recorded case, never from a person or a document.
     *
     * @param messages in order, the last one from the user
     * @param positions positions that each image takes, in order
     * @param limit longest prompt, as the authors' chat cuts it; 0 for the checkpoint's own
     * @throws IllegalArgumentException where images and slots do not fit together in a way that the
     *     authors' code fails on, too
     */
    Prompt assemble(List<Message> messages, int[] positions, int limit);

    /** The slot that stands for an image in a message's text. */
    String slot();

    /** Ids that end an answer. */
    Set<Integer> stops();

    /** The answer of generated ids: specials left out, cut at a literal end marker. */
    String answer(int[] ids);
}
