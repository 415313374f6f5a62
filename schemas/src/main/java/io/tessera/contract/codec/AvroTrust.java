/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro loads generated classes of trusted packages only; this adds ours, once. */
public final class AvroTrust {
    private static final String RECORDS = "io.tessera.v1.";

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        name -> name.getName().startsWith(RECORDS)));
    }

    private AvroTrust() {}

    /** Runs the initializer above where it has not run yet. */
    public static void established() {}
}
