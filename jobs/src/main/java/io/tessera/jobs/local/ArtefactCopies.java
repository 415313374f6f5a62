/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.v1.Artefact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Copies of artefacts under the names of their inputs. Used by one thread. */
final class ArtefactCopies {
    private static final int BLOCK = 1 << 18;

    private final ObjectStore store;
    private final Path folder;
    private final Map<NamedInput, Path> folders = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    ArtefactCopies(ObjectStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Copies an artefact as NAME with the extension of its key. */
    void copy(NamedInput input, Artefact artefact, String name) {
        String key = artefact.getKey();
        String extension = key.substring(key.lastIndexOf('.') + 1);
        Path target = folderOf(input).resolve(name + "." + extension);
        try {
            Files.createDirectories(folderOf(input));
            try (OutputStream out = Files.newOutputStream(target)) {
                copy(artefact, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private void copy(Artefact artefact, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long position = 0;
        while (position < artefact.getLength()) {
            block.clear();
            int read = store.read(artefact.getKey(), position, block);
            if (read <= 0) {
                break;
            }
            out.write(block.array(), 0, read);
            position += read;
        }
    }

    private Path folderOf(NamedInput input) {
        return folders.computeIfAbsent(
                input, added -> folder.resolve(free(harmless(added.name()))));
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    /** A file name that is one: it came from a file system, but perhaps from another one. */
    private static String harmless(String name) {
        String safe = name.replaceAll("[/\\\\\\p{Cntrl}]", "_");
        return safe.equals(".") || safe.equals("..") || safe.isEmpty() ? "_" : safe;
    }
}
