/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.prompt;

import io.tessera.models.prompt.Message.Role;
import io.tessera.models.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The chat of InternVL 2.5. Source: template {@code internvl2_5} of {@code conversation.py} and
 * {@code chat} of {@code modeling_internvl_chat.py} in the published repositories. The system turn
 * is always there; the slots of the whole prompt are filled from left to right.
 */
public final class InternVlTemplate implements ChatTemplate {
    private static final String SLOT = "<image>";
    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";
    private static final String CONTEXT = "<IMG_CONTEXT>";

    private final Tokenizer tokenizer;
    private final String system;
    private final int context;
    private final int end;

    /**
     * Takes what the checkpoint says.
     *
     * @param system the system text; the checkpoint's own or the published default
     */
    public InternVlTemplate(Tokenizer tokenizer, String system) {
        this.tokenizer = tokenizer;
        this.system = system;
        this.context = tokenizer.idOf(CONTEXT).orElseThrow();
        this.end = tokenizer.idOf(END).orElseThrow();
    }

    @Override
    public Prompt assemble(List<Message> messages, int[] positions, int limit) {
        StringBuilder text = new StringBuilder();
        text.append(START).append("system\n").append(system).append(END).append('\n');
        for (Message message : withSlot(messages, positions.length)) {
            text.append(START).append(message.role() == Role.USER ? "user" : "assistant");
            text.append('\n');
            if (!message.text().isEmpty()) {
                text.append(message.text()).append(END).append('\n');
            }
        }
        text.append(START).append("assistant\n");
        String filled = fill(text.toString(), positions);
        int[] ids = tokenizer.encodeTemplate(filled, tokenizer.bos().isPresent());
        return new Prompt(numbered(ids, positions), false);
    }

    private static List<Message> withSlot(List<Message> messages, int images) {
        List<Message> turns = new ArrayList<>();
        for (Message message : messages) {
            if (message.role() != Role.SYSTEM) {
                turns.add(message);
            }
        }
        Message last = turns.get(turns.size() - 1);
        boolean history = turns.stream().anyMatch(turn -> turn.role() == Role.ASSISTANT);
        if (images > 0 && !history && !last.text().contains(SLOT)) {
            turns.set(turns.size() - 1, new Message(Role.USER, SLOT + "\n" + last.text()));
        }
        return turns;
    }

    private static String fill(String text, int[] positions) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int k = 0; k < positions.length; k++) {
            int slot = text.indexOf(SLOT, from);
            if (slot < 0) {
                throw new IllegalArgumentException(
                        "%d images but %d slots %s in the prompt; write one for each"
                                .formatted(positions.length, k, SLOT));
            }
            filled.append(text, from, slot).append("<img>");
            filled.append(CONTEXT.repeat(positions[k])).append("</img>");
            from = slot + SLOT.length();
        }
        return filled.append(text, from, text.length()).toString();
    }

    private int[] numbered(int[] ids, int[] positions) {
        int image = 0;
        int used = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != context) {
                continue;
            }
            while (image < positions.length && used == positions[image]) {
                image++;
                used = 0;
            }
            if (image == positions.length) {
                throw new IllegalArgumentException(
                        "the text itself holds " + CONTEXT + "; take it out");
            }
            ids[i] = -1 - image;
            used++;
        }
        return ids;
    }

    @Override
    public String slot() {
        return SLOT;
    }

    @Override
    public Set<Integer> stops() {
        return Set.of(end);
    }

    @Override
    public String answer(int[] ids) {
        String text = tokenizer.decode(ids, true);
        int cut = text.indexOf(END);
        return (cut < 0 ? text : text.substring(0, cut)).strip();
    }
}
