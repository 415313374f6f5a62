/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Decides whether an engine's output is a result. It cleans the text first (see {@link CleanText}),
 * then refuses what is empty, a repetition loop or not of the wanted shape, and cuts free text that
 * is longer than the cap. A pure function; thread-safe.
 *
 * @param shape the form that is wanted
 * @param maxCharacters most characters (code points) of a result
 */
public record OutputGate(Shape shape, int maxCharacters) {
    /** What is wrong with a refused output. */
    public enum Fault {
        EMPTY,
        REPETITION,
        SHAPE,
        LENGTH
    }

    /** What the gate says. */
    public sealed interface Verdict {}

    /**
     * The output is a result.
     *
     * @param text cleaned, stripped, within the cap
     * @param cut whether the end was cut off at the cap
     */
    public record Passed(String text, boolean cut) implements Verdict {}

    /**
     * The output is no result; another attempt may be.
     *
     * @param fault what is wrong
     * @param detail the fault in words, with the value
     */
    public record Refused(Fault fault, String detail) implements Verdict {}

    public OutputGate {
        requireNonNull(shape, "shape is null");
        if (maxCharacters < 1) {
            throw new IllegalArgumentException("maxCharacters is not positive: " + maxCharacters);
        }
    }

    /** Judges one output. */
    public Verdict judge(String output) {
        String text = CleanText.of(output).strip();
        if (text.isEmpty()) {
            return new Refused(Fault.EMPTY, "output is empty");
        }
        Optional<String> loop = Repetition.find(text);
        if (loop.isPresent()) {
            return new Refused(Fault.REPETITION, "output repeats '%s'".formatted(loop.get()));
        }
        Optional<String> problem = shape.problem(text);
        if (problem.isPresent()) {
            return new Refused(Fault.SHAPE, "output has the wrong form: " + problem.get());
        }
        int characters = text.codePointCount(0, text.length());
        if (characters <= maxCharacters) {
            return new Passed(text, false);
        }
        String head = text.substring(0, text.offsetByCodePoints(0, maxCharacters)).strip();
        return shape.problem(head).isEmpty()
                ? new Passed(head, true)
                : new Refused(
                        Fault.LENGTH,
                        "output has %d characters, over the limit of %d"
                                .formatted(characters, maxCharacters));
    }
}
