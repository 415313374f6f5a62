/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.directory;

import io.tessera.connectors.store.ObjectStore.ObjectInfo;
import io.tessera.connectors.store.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is under a prefix, in the order of keys. One folder's names are held at a time on each
 * level, never the whole tree.
 */
final class DirectoryListing {
    private final Path root;
    private final String prefix;

    DirectoryListing(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    Stream<ObjectInfo> objects() {
        return under(root, "");
    }

    private Stream<ObjectInfo> under(Path folder, String path) {
        return entries(folder, path).stream()
                .filter(entry -> entry.startsWith(prefix) || prefix.startsWith(entry))
                .flatMap(
                        entry ->
                                entry.endsWith("/")
                                        ? under(root.resolve(entry), entry)
                                        : info(entry).stream());
    }

    /** Keys of the files and, with a slash behind, of the folders in {@code folder}, sorted. */
    private List<String> entries(Path folder, String path) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.equals(root.resolve(ObjectFiles.DRAFTS)))
                    .filter(child -> !Files.isSymbolicLink(child))
                    .map(child -> path + child.getFileName() + (isFolder(child) ? "/" : ""))
                    .sorted(
                            Comparator.comparing(
                                    key -> key.getBytes(StandardCharsets.UTF_8),
                                    Arrays::compareUnsigned))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StoreUnavailable("LIST %s failed: %s".formatted(folder, e), e);
        }
    }

    private Optional<ObjectInfo> info(String key) {
        try {
            return Optional.of(
                    new ObjectInfo(key, Files.size(root.resolve(key)), Optional.empty()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailable("LIST %s failed: %s".formatted(key, e), e);
        }
    }

    private static boolean isFolder(Path child) {
        return Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    }
}
