/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro loads generated classes of trusted packages only; this adds ours, once. It also bounds what
 * a few hostile bytes can make a reader allocate, which works where nothing has used Avro before;
 * whoever starts the JVM may set other bounds.
 */
public final class AvroTrust {
    private static final String RECORDS = "io.tessera.v1.";

    /** Above the largest leaf; far below Avro's own bounds of 2 GiB. */
    private static final int MAX_BYTES = 64 << 20;

    private static final int MAX_ITEMS = 1_000_000;

    static {
        bound(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, MAX_BYTES);
        bound(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, MAX_BYTES);
        bound(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
        bound(SystemLimitException.MAX_DECOMPRESS_LENGTH_PROPERTY, MAX_BYTES);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        name -> name.getName().startsWith(RECORDS)));
    }

    private AvroTrust() {}

    private static void bound(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Runs the initializer above where it has not run yet. */
    public static void established() {}
}
