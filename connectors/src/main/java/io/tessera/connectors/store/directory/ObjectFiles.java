/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.directory;

import io.tessera.connectors.store.Keys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files behind keys, and the way in which one comes into being. Thread-safe. */
final class ObjectFiles {
    /** Where files are while they are written; no key may start with it. */
    static final String DRAFTS = ".drafts";

    private final Path root;

    ObjectFiles(Path root) {
        this.root = root.normalize();
    }

    Path root() {
        return root;
    }

    /** The file of a key, whether it exists or not. */
    Path of(String key) {
        Path file = root.resolve(Keys.check(key)).normalize();
        if (!file.startsWith(root) || file.startsWith(root.resolve(DRAFTS))) {
            throw new IllegalArgumentException("not a key of an object: " + key);
        }
        return file;
    }

    /** Whether there is a file that no link leads to. */
    boolean isObject(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && linkOnTheWayTo(file) == null;
    }

    /** Writes to an open file. */
    interface Content {
        void writeTo(FileChannel target) throws IOException;
    }

    /** Makes {@code file} hold {@code content}, all at once. */
    void replace(Path file, Content content) throws IOException {
        Path drafts = Files.createDirectories(root.resolve(DRAFTS));
        Path draft = drafts.resolve(UUID.randomUUID().toString());
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Path folder = folderOf(file);
            refuseLinks(file);
            Files.createDirectories(folder);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? root : folder;
    }

    /** Makes the move itself survive a loss of power, where the system lets a folder be opened. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private void refuseLinks(Path file) throws IOException {
        Path link = linkOnTheWayTo(file);
        if (link != null) {
            throw new IOException("a link is in the way: " + link);
        }
    }

    private @Nullable Path linkOnTheWayTo(Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(root); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return at;
            }
        }
        return null;
    }
}
