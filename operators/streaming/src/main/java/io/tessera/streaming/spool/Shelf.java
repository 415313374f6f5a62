/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fetched files by their SHA-256, held by count. What nobody holds stays until its room is needed,
 * the least recently used going first. Thread-safe.
 */
final class Shelf {
    /** A file on the shelf. */
    static final class Entry {
        private final String sha256;
        private final Path file;
        private final long length;
        private int holders;

        private Entry(String sha256, Path file, long length) {
            this.sha256 = sha256;
            this.file = file;
            this.length = length;
        }

        String sha256() {
            return sha256;
        }

        Path file() {
            return file;
        }

        long length() {
            return length;
        }
    }

    private final Path folder;
    private final long capacity;

    /** By use, least recent first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long used;

    Shelf(Path folder, long capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    synchronized Optional<Entry> hold(String sha256) {
        Entry entry = entries.get(sha256);
        if (entry != null) {
            entry.holders++;
        }
        return Optional.ofNullable(entry);
    }

    /**
     * Takes room for {@code length} bytes, waiting while what is held leaves too little; a file
     * longer than the whole capacity gets its room once it is alone.
     */
    synchronized void takeRoom(long length) throws InterruptedException {
        while (used > 0 && used + length > capacity && !evict(used + length - capacity)) {
            wait();
        }
        used += length;
    }

    /** Gives room back for which no file was put. */
    synchronized void giveRoomBack(long length) {
        used -= length;
        notifyAll();
    }

    /** Puts a file for which room was taken, and holds it. */
    synchronized Entry put(String sha256, Path fetched, long length) throws IOException {
        Entry there = entries.get(sha256);
        if (there != null) {
            // Fetched twice under two names.
            Files.delete(fetched);
            giveRoomBack(length);
            there.holders++;
            return there;
        }
        Path file = Files.move(fetched, folder.resolve(sha256));
        Entry entry = new Entry(sha256, file, length);
        entry.holders = 1;
        entries.put(sha256, entry);
        return entry;
    }

    synchronized void release(Entry entry) {
        entry.holders--;
        notifyAll();
    }

    synchronized long used() {
        return used;
    }

    /** Removes what nobody holds until {@code bytes} are free; tells whether they are. */
    private boolean evict(long bytes) {
        long left = bytes;
        for (Iterator<Entry> all = entries.values().iterator(); left > 0 && all.hasNext(); ) {
            Entry entry = all.next();
            if (entry.holders == 0) {
                all.remove();
                remove(entry);
                used -= entry.length;
                left -= entry.length;
            }
        }
        return left <= 0;
    }

    private static void remove(Entry entry) {
        try {
            Files.deleteIfExists(entry.file);
        } catch (IOException e) {
            // It is in the spool's folder, which is removed as a whole.
        }
    }
}
