/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;

/**
 * How an option's value is read from and written to text.
 *
 * @param name for people and for schemas: text, integer, bytes, duration ...
 * @param parser throws IllegalArgumentException whose message says what is expected
 * @param formatter writes the canonical form, which the parser reads back to an equal value
 */
public record OptionType<T>(
        String name, Function<String, T> parser, Function<T, String> formatter) {

    /** Ten years: what is longer was meant otherwise, and would overflow somewhere. */
    private static final long MAX_MICROS = 315_360_000_000_000L;

    private static final long MAX_BYTES = 1L << 47;

    public static final OptionType<String> TEXT =
            new OptionType<>("text", text -> text, text -> text);

    public static final OptionType<Integer> INTEGER =
            new OptionType<>("integer", OptionType::parseCount, String::valueOf);

    public static final OptionType<Boolean> BOOLEAN =
            new OptionType<>("true or false", OptionType::parseBoolean, String::valueOf);

    /** Bytes as a number with an optional binary suffix k, m or g; canonical in bytes. */
    public static final OptionType<Long> BYTES =
            new OptionType<>("bytes", OptionType::parseBytes, String::valueOf);

    /** Durations as 500ms, 30s, 10m, 6h; canonical in microseconds with the suffix us. */
    public static final OptionType<Long> DURATION =
            new OptionType<>("duration", OptionType::parseMicros, micros -> micros + "us");

    public T parse(String text) {
        return parser.apply(text.strip());
    }

    public String format(T value) {
        return formatter.apply(value);
    }

    /** Microseconds of a duration such as 500ms, 1.5s, 10m, 6h or 30000000us. */
    static long parseMicros(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String number = lower.replaceFirst("(us|ms|s|m|h)$", "");
        long unit =
                switch (lower.substring(number.length())) {
                    case "us" -> 1L;
                    case "ms" -> 1_000L;
                    case "s" -> 1_000_000L;
                    case "m" -> 60_000_000L;
                    case "h" -> 3_600_000_000L;
                    default -> throw new IllegalArgumentException(durationForm());
                };
        if (!number.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(durationForm());
        }
        BigDecimal micros = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        if (micros.compareTo(BigDecimal.valueOf(MAX_MICROS)) > 0) {
            throw new IllegalArgumentException("expected a duration of at most 87600h");
        }
        return micros.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String durationForm() {
        return "expected a duration such as 500ms, 30s, 10m or 6h";
    }

    private static Integer parseCount(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a whole number from 0 to 999999999");
        }
        return Integer.valueOf(text);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static Long parseBytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("[0-9]{1,15}[kmg]?")) {
            throw new IllegalArgumentException("expected bytes such as 400, 64m or 4g");
        }
        String number = lower.replaceFirst("[kmg]$", "");
        int shift =
                switch (lower.substring(number.length())) {
                    case "k" -> 10;
                    case "m" -> 20;
                    case "g" -> 30;
                    default -> 0;
                };
        long bytes = Math.multiplyExact(Long.parseLong(number), 1L << shift);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("expected at most 131072g");
        }
        return bytes;
    }
}
