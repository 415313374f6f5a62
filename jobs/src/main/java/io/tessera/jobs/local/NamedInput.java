/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An input as somebody named it.
 *
 * @param shown what was typed; for a file found in a folder, the folder as typed and the path in it
 * @param name file name for people
 * @param file where its bytes lie
 * @param planned state that it should end in, of a sample; null for all others
 */
public record NamedInput(String shown, String name, Path file, @Nullable String planned) {
    public NamedInput {
        requireNonNull(shown, "shown is null");
        requireNonNull(name, "name is null");
        requireNonNull(file, "file is null");
    }
}
