/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import org.jspecify.annotations.Nullable;

/** Opens the inputs of one kind. Thread-safe. */
public interface InputOpener {
    /**
     * Opens {@code bytes} by what they are, never by a name. Closing the reader closes the bytes;
     * if this throws, they stay open.
     *
     * @param options the options in force, of which each reader knows its own
     * @param password what to open a locked input with; null if none was given. Never logged
     * @throws InputFailure where the input cannot be opened: UNSUPPORTED, ENCRYPTED, REFUSED_LIMIT,
     *     EMPTY or CORRUPT with code and reason
     */
    InputReader open(
            ByteSource bytes, Options options, @Nullable String password, Progress progress)
            throws InputFailure;
}
