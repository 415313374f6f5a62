/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import java.security.SecureRandom;
import java.util.Random;

/** Not random at all, so that a locked sample has the same bytes every time. Protects nothing. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random = new Random(7);

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
