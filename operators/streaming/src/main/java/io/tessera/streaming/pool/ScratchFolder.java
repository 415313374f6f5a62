/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of one process's own, readable by its user only, gone when it is closed. It is locked as
 * long as the process lives; folders that a killed process left behind are found by their lock and
 * removed by the next one.
 */
final class ScratchFolder implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "tessera-workers-";
    private static final String LOCK = "lock";

    /**
     * Marks the folders of this JVM, whatever loader this class came from. They must not be looked
     * into: closing a second channel on a file gives up the lock that the first one holds.
     */
    private static final String HELD = "tessera.scratch.held.";

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A folder where the system keeps temporary files. */
    static ScratchFolder onDisk() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /** A folder in shared memory if {@code bytes} fit there, else where temporary files are. */
    static ScratchFolder inMemory(long bytes) throws IOException {
        boolean fits =
                Files.isDirectory(SHARED_MEMORY)
                        && Files.isWritable(SHARED_MEMORY)
                        && Files.getFileStore(SHARED_MEMORY).getUsableSpace() > bytes;
        return fits ? in(SHARED_MEMORY) : onDisk();
    }

    private static ScratchFolder in(Path parent) throws IOException {
        removeLeftOvers(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        System.setProperty(HELD + path, "held");
        // Found under its name only once it is locked.
        Path unnamed = path.resolve("unlocked");
        FileChannel lock =
                FileChannel.open(unnamed, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        Files.move(unnamed, path.resolve(LOCK));
        return new ScratchFolder(path, lock);
    }

    Path path() {
        return path;
    }

    private static void removeLeftOvers(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (System.getProperty(HELD + folder) == null
                        && Files.isRegularFile(folder.resolve(LOCK))
                        && Files.isWritable(folder)) {
                    removeIfUnlocked(folder);
                }
            }
        }
    }

    private static void removeIfUnlocked(Path folder) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken != null) {
                delete(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // In use, somebody else's, or gone meanwhile: not ours to remove.
        }
    }

    /** Removes a folder and all in it; what is gone already is no error. */
    static void delete(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found = all.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
        lock.close();
        System.clearProperty(HELD + path);
    }
}
