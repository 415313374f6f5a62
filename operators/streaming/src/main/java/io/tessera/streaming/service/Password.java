/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The password that opens locked inputs: the first line of a file, in no record and no log. */
public final class Password {
    private Password() {}

    /** Null where no file was named. */
    public static @Nullable String read(@Nullable String file) {
        if (file == null) {
            return null;
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "password file %s cannot be read; check the path".formatted(file), e);
        }
    }
}
