/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.prompt;

import io.tessera.models.checkpoint.Family;
import io.tessera.models.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The chat of InternLM-XComposer2, 2-4KHD and 2.5. Source: {@code interleav_wrap_chat} and {@code
 * chat} of the published {@code modeling_internlm_xcomposer2.py}. They differ in where the
 * begin-of-sequence id stands: once in 2.5, before every part of text in the others.
 */
public final class XComposerTemplate implements ChatTemplate {
    private static final String SLOT = "<ImageHere>";
    private static final String END = "[UNUSED_TOKEN_145]";
    private static final String START = "[UNUSED_TOKEN_146]";
    private static final int EOS = 2;

    private final Family family;
    private final Tokenizer tokenizer;
    private final int checkpointLimit;
    private final int end;

    /**
     * Takes what the checkpoint says.
     *
     * @param limit {@code max_length} of config.json
     */
    public XComposerTemplate(Family family, Tokenizer tokenizer, int limit) {
        this.family = family;
        this.tokenizer = tokenizer;
        this.checkpointLimit = limit;
        this.end = tokenizer.idOf(END).orElseThrow();
    }

    @Override
    public Prompt assemble(List<Message> messages, int[] positions, int limit) {
        String text = text(messages);
        int cap = limit > 0 ? limit : checkpointLimit > 0 ? checkpointLimit : Integer.MAX_VALUE;
        boolean once = family == Family.XCOMPOSER2D5;
        if (!once && positions.length == 0) {
            return new Prompt(tokenizer.encodeTemplate("<s>" + text, true), true);
        }
        if (once && positions.length == 1 && !text.contains(SLOT)) {
            text = SLOT + text;
        }
        String[] parts = text.split(java.util.regex.Pattern.quote(SLOT), -1);
        IntStream.Builder ids = IntStream.builder();
        int length = 0;
        for (int k = 0; k < parts.length; k++) {
            int[] part = part(parts[k], k, once);
            Arrays.stream(part).forEach(ids);
            length += part.length;
            if (k < positions.length) {
                for (int i = 0; i < positions[k]; i++) {
                    ids.add(-1 - k);
                }
                length += positions[k];
            }
            if (length > cap) {
                break;
            }
        }
        int[] all = ids.build().toArray();
        return new Prompt(all.length > cap ? Arrays.copyOf(all, cap) : all, false);
    }

    private int[] part(String text, int k, boolean once) {
        if (once) {
            return k == 0 || !text.isEmpty() ? tokenizer.encodeTemplate(text, k == 0) : new int[0];
        }
        return text.isEmpty() ? new int[0] : tokenizer.encodeTemplate(text, true);
    }

    private static String text(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            switch (message.role()) {
                case SYSTEM -> turn(text, "system", message.text()).append(END).append('\n');
                case USER -> {
                    turn(text, "user", message.text()).append(END).append('\n');
                    turn(text, "assistant", "");
                }
                case ASSISTANT -> text.append(message.text()).append(END).append('\n');
            }
        }
        return text.toString();
    }

    private static StringBuilder turn(StringBuilder text, String role, String words) {
        return text.append(START).append(role).append('\n').append(words);
    }

    @Override
    public String slot() {
        return SLOT;
    }

    @Override
    public Set<Integer> stops() {
        return Set.of(EOS, end);
    }

    @Override
    public String answer(int[] ids) {
        String text = tokenizer.decode(ids, true);
        int cut = text.indexOf(END);
        return cut < 0 ? text : text.substring(0, cut);
    }
}
