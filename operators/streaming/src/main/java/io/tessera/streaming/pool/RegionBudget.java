/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The memory that units in hand may take. Granting never waits: who gets nothing tries again after
 * the next release. Thread-safe.
 */
final class RegionBudget implements AutoCloseable {
    private final Path folder;
    private final long budget;
    private final Runnable onRelease;
    private final Deque<RegionFile> spare = new ArrayDeque<>();
    private long granted;
    private long spareBytes;
    private int files;
    private boolean closed;

    /**
     * @param onRelease called after each release, without a lock held
     */
    RegionBudget(Path folder, long budget, Runnable onRelease) {
        this.folder = folder;
        this.budget = budget;
        this.onRelease = onRelease;
    }

    long budget() {
        return budget;
    }

    synchronized long granted() {
        return granted;
    }

    /** Takes {@code bytes} of the budget, if they are there now. */
    synchronized boolean tryTake(long bytes) {
        if (granted + bytes > budget) {
            return false;
        }
        granted += bytes;
        return true;
    }

    /** Makes a region of bytes that were taken; they are given back by closing it. */
    GrantedRegion region(long bytes) throws IOException {
        try {
            return new GrantedRegion(this, file(Math.toIntExact(bytes)));
        } catch (IOException e) {
            giveBack(bytes);
            throw e;
        }
    }

    /** Gives back bytes that were taken and for which no region was made. */
    void giveBack(long bytes) {
        synchronized (this) {
            granted -= bytes;
        }
        onRelease.run();
    }

    private RegionFile file(int bytes) throws IOException {
        Path fresh;
        synchronized (this) {
            for (Iterator<RegionFile> all = spare.iterator(); all.hasNext(); ) {
                RegionFile file = all.next();
                if (file.bytes() == bytes) {
                    all.remove();
                    spareBytes -= bytes;
                    return file;
                }
            }
            fresh = folder.resolve("region-" + files++);
        }
        return RegionFile.create(fresh, bytes);
    }

    void release(RegionFile file) {
        boolean keep = clear(file);
        synchronized (this) {
            granted -= file.bytes();
            keep = keep && !closed;
            if (keep) {
                spare.addLast(file);
                spareBytes += file.bytes();
            }
            while (spareBytes > budget) {
                RegionFile oldest = spare.removeFirst();
                spareBytes -= oldest.bytes();
                remove(oldest);
            }
        }
        if (!keep) {
            remove(file);
        }
        onRelease.run();
    }

    private static boolean clear(RegionFile file) {
        try {
            file.clear();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void remove(RegionFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // It is in the scratch folder, which is removed as a whole.
        }
    }

    /** Regions that are granted stay readable until they are closed. */
    @Override
    public synchronized void close() {
        closed = true;
        spare.forEach(RegionBudget::remove);
        spare.clear();
        spareBytes = 0;
    }
}
