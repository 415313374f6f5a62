/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.directory;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreOpener;
import java.nio.file.Path;

/**
 * A directory as a store; only processes of one machine may share it.
 *
 * @param directory absolute path; created at the first use
 */
public record DirectoryLocation(String directory) implements StoreOpener {
    public DirectoryLocation {
        requireNonNull(directory, "directory is null");
        if (!Path.of(directory).isAbsolute()) {
            throw new IllegalArgumentException("directory is not absolute: " + directory);
        }
    }

    @Override
    public ObjectStore open() {
        return new DirectoryObjectStore(Path.of(directory));
    }
}
