/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Which frames of a chunk are looked at.
 *
 * @param kind the rule
 * @param value UNIFORM: frames a chunk; FPS: frames a second times 1000; EVERY: microseconds
 *     between frames; otherwise 0
 */
public record SamplingRule(Kind kind, long value) {
    /** The rules. */
    public enum Kind {
        /** The family's published rule. */
        FAMILY,
        /** A number of frames evenly over the chunk. */
        UNIFORM,
        /** Frames a second. */
        FPS,
        /** A frame every so often. */
        EVERY,
        /** Every key frame. */
        KEYFRAMES
    }

    public static final OptionType<SamplingRule> TYPE =
            new OptionType<>("sampling rule", SamplingRule::parse, SamplingRule::canonical);

    public SamplingRule {
        requireNonNull(kind, "kind is null");
        boolean needsValue = kind != Kind.FAMILY && kind != Kind.KEYFRAMES;
        if (needsValue != value > 0) {
            throw new IllegalArgumentException("value of " + kind + " is " + value);
        }
    }

    static SamplingRule parse(String text) {
        String[] parts = text.split(":", 2);
        String argument = parts.length == 2 ? parts[1] : "";
        try {
            return switch (parts[0]) {
                case "family" -> plain(Kind.FAMILY, argument);
                case "keyframes" -> plain(Kind.KEYFRAMES, argument);
                case "uniform" ->
                        new SamplingRule(Kind.UNIFORM, OptionType.INTEGER.parse(argument));
                case "fps" -> new SamplingRule(Kind.FPS, thousandths(argument));
                case "every" -> new SamplingRule(Kind.EVERY, OptionType.parseMicros(argument));
                default -> throw new IllegalArgumentException("unknown rule");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected family, uniform:16, fps:1, every:2s or keyframes", e);
        }
    }

    private static long thousandths(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            throw new IllegalArgumentException("expected up to 9999.999");
        }
        return new BigDecimal(text).movePointRight(3).longValueExact();
    }

    private static SamplingRule plain(Kind kind, String argument) {
        if (!argument.isEmpty()) {
            throw new IllegalArgumentException(kind + " takes no value");
        }
        return new SamplingRule(kind, 0);
    }

    /** The form that identity and records use. */
    public String canonical() {
        return switch (kind) {
            case FAMILY -> "family";
            case KEYFRAMES -> "keyframes";
            case UNIFORM -> "uniform:" + value;
            case FPS -> "fps:" + BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
            case EVERY -> "every:" + value + "us";
        };
    }
}
