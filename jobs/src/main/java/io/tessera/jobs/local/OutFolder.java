/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.jobs.outcome.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run, held by one process at a time. The lock is the operating system's: it ends
 * with its process, however that ends.
 */
public final class OutFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final List<String> CONTENTS =
            List.of("report.html", "results.jsonl", "files", "store", "logs", "state");

    private final Path root;
    private final FileChannel channel;

    private OutFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is not there, and takes its lock.
     *
     * @throws CommandFailure if another process holds it (exit 3, names the process) or it cannot
     *     be written to
     */
    public static OutFolder lock(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        Path file = absolute.resolve("state").resolve(LOCK);
        try {
            Files.createDirectories(absolute.resolve("state"));
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw CommandFailure.incomplete(
                        "another command holds --out " + root,
                        "process " + Files.readString(file, StandardCharsets.UTF_8).strip(),
                        "wait for it to end or give another --out");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            return new OutFolder(absolute, channel);
        } catch (IOException e) {
            throw CommandFailure.incomplete(
                    "cannot write to --out", root, "check its permissions and the disk", e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    /** The page for people. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** The lines of the last run. */
    public Path results() {
        return root.resolve("results.jsonl");
    }

    /** Copies for people, one folder an input. */
    public Path files() {
        return root.resolve("files");
    }

    /** Buckets of the embedded store. */
    public Path store() {
        return root.resolve("store");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Broker, checkpoints and credentials. */
    public Path state() {
        return root.resolve("state");
    }

    /** Sample media of the demonstration. */
    public Path samples() {
        return state().resolve("samples");
    }

    /** Removes everything that a run makes and returns how many files went. */
    public long removeContents() throws IOException {
        long removed = 0;
        for (String name : CONTENTS) {
            Path path = root.resolve(name);
            if (Files.exists(path)) {
                removed += FolderTree.remove(path);
            }
        }
        return removed;
    }

    /** Removes the folder itself where nothing else is in it. */
    public static void removeIfEmpty(Path root) throws IOException {
        try {
            Files.delete(root);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Something of its owner's is in it, or it is gone: both are as they should be.
            return;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw CommandFailure.incomplete("cannot release --out", root, "check the disk", e);
        }
    }
}
