/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Colour;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.Motion;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.v1.Span;
import java.util.ArrayList;

/** Facts of a chunk, built up by seconds. */
final class Facts {
    private final ChunkFacts facts =
            ChunkFacts.newBuilder()
                    .setBrightness(100)
                    .setHealth(new DecodeHealth(300L, 300L, 300L, 0L, 16))
                    .setShots(new ArrayList<>())
                    .setMotion(new ArrayList<>())
                    .setColours(new ArrayList<>())
                    .setText(new ArrayList<>())
                    .setCodes(new ArrayList<>())
                    .setBlack(new ArrayList<>())
                    .setFrozen(new ArrayList<>())
                    .build();

    static Facts ofShots(double... bounds) {
        Facts built = new Facts();
        for (int i = 1; i < bounds.length; i++) {
            built.facts.getShots().add(span(bounds[i - 1], bounds[i]));
        }
        return built;
    }

    Facts moving(double from, double to, double amount) {
        facts.getMotion().add(new Motion(micros(from), micros(to), true, amount));
        return this;
    }

    Facts still(double from, double to) {
        facts.getMotion().add(new Motion(micros(from), micros(to), false, 0.1));
        return this;
    }

    Facts colour(String name, double share) {
        facts.getColours().add(new Colour(name, "#000000", share));
        return this;
    }

    Facts text(String text, double from, double to) {
        facts.getText().add(new SeenText(text, 0.9, micros(from), micros(to), null));
        return this;
    }

    Facts code(String format, String text, double at) {
        facts.getCodes().add(new SeenCode(format, text, micros(at), null));
        return this;
    }

    Facts black(double from, double to) {
        facts.getBlack().add(span(from, to));
        return this;
    }

    Facts frozen(double from, double to) {
        facts.getFrozen().add(span(from, to));
        return this;
    }

    Facts health(long expected, long decoded, long flagged) {
        facts.setHealth(new DecodeHealth(expected, expected, decoded, flagged, 16));
        return this;
    }

    ChunkFacts build() {
        return facts;
    }

    String caption(double start, double end) {
        return ChunkCaption.of(facts, micros(start), micros(end));
    }

    private static Span span(double from, double to) {
        return new Span(micros(from), micros(to));
    }

    static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
