/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Option;
import io.tessera.contract.option.OptionType;

/** Canonical option values as people write them. */
final class ReadableValue {
    private ReadableValue() {}

    /** {@code 30000000us} becomes {@code 30s}, {@code 67108864} of bytes becomes {@code 64m}. */
    static String of(Option<?> option, String canonical) {
        if (canonical.endsWith("us")) {
            return duration(canonical);
        }
        boolean binary = option.type().name().equals(OptionType.BYTES.name());
        return binary ? bytes(Long.parseLong(canonical)) : canonical;
    }

    private static String duration(String canonical) {
        int digits = canonical.length() - 2;
        while (digits > 0 && Character.isDigit(canonical.charAt(digits - 1))) {
            digits--;
        }
        long micros = Long.parseLong(canonical.substring(digits, canonical.length() - 2));
        String prefix = canonical.substring(0, digits);
        if (micros % 60_000_000L == 0) {
            return prefix + micros / 60_000_000L + "m";
        }
        return micros % 1_000_000L == 0
                ? prefix + micros / 1_000_000L + "s"
                : prefix + micros / 1_000L + "ms";
    }

    private static String bytes(long value) {
        if (value > 0 && value % (1L << 30) == 0) {
            return (value >> 30) + "g";
        }
        return value > 0 && value % (1L << 20) == 0 ? (value >> 20) + "m" : Long.toString(value);
    }
}
