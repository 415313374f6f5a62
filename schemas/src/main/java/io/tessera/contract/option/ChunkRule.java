/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

/**
 * How long a chunk is.
 *
 * @param micros length in microseconds; 0 for the whole input as one chunk
 */
public record ChunkRule(long micros) {
    public static final OptionType<ChunkRule> TYPE =
            new OptionType<>("duration or whole", ChunkRule::parse, ChunkRule::canonical);

    public ChunkRule {
        if (micros < 0) {
            throw new IllegalArgumentException("micros is negative: " + micros);
        }
    }

    static ChunkRule parse(String text) {
        if (text.equals("whole")) {
            return new ChunkRule(0);
        }
        long micros = OptionType.parseMicros(text);
        if (micros < 1_000_000) {
            throw new IllegalArgumentException("expected whole or a duration of 1s or more");
        }
        return new ChunkRule(micros);
    }

    public boolean whole() {
        return micros == 0;
    }

    public String canonical() {
        return whole() ? "whole" : micros + "us";
    }
}
