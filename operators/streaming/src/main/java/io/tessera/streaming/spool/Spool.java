/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.service.InputSpool;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The inputs of one process as local files. {@code file:} references are verified and used where
 * they lie; what lies elsewhere is fetched once, hashed on the way, found again by its SHA-256 and
 * kept within a bound on disk. Two who want the same reference at once share one fetch.
 */
public final class Spool implements InputSpool {
    private static final int BLOCK_BYTES = 1 << 20;

    private final Path folder;
    private final Shelf shelf;
    private final List<RemoteSource> sources;
    private final boolean localFiles;
    private final LocalFiles local = new LocalFiles();
    private final ConcurrentMap<String, ReentrantLock> fetching = new ConcurrentHashMap<>();
    private final AtomicLong names = new AtomicLong();

    /**
     * @param folder an empty folder of this spool's own, which is removed with all in it
     * @param capacity bytes that fetched files may take on disk
     * @param localFiles whether {@code file:} references are read; a job on a cluster refuses them
     * @param sources places that inputs are fetched from
     */
    public Spool(Path folder, long capacity, boolean localFiles, List<RemoteSource> sources) {
        this.folder = requireNonNull(folder, "folder is null");
        this.shelf = new Shelf(folder, capacity);
        this.localFiles = localFiles;
        this.sources = List.copyOf(sources);
    }

    @Override
    public Held fetch(MediaReference media, long maxBytes) throws InputFailure {
        Claim claim = new Claim(media, maxBytes);
        String uri = media.getUri();
        if (localFiles && uri.startsWith("file:")) {
            return local.hold(claim);
        }
        RemoteSource source =
                sources.stream()
                        .filter(each -> each.knows(uri))
                        .findFirst()
                        .orElseThrow(() -> unknown(uri));
        String sha256 = media.getSha256();
        String name = sha256 == null ? uri : sha256;
        ReentrantLock lock = fetching.computeIfAbsent(name, key -> new ReentrantLock());
        lock.lock();
        try {
            Optional<Shelf.Entry> there = sha256 == null ? Optional.empty() : shelf.hold(sha256);
            return held(there.isPresent() ? checked(there.get(), claim) : fetched(source, claim));
        } finally {
            if (!lock.hasQueuedThreads()) {
                fetching.remove(name, lock);
            }
            lock.unlock();
        }
    }

    private InputFailure unknown(String uri) {
        return new InputFailure(
                InputState.UNSUPPORTED,
                Code.SCHEME,
                "references such as %s are not read here; put the bytes into the store and name it"
                        .formatted(uri));
    }

    /** Another reference may claim the same digest with a wrong length. */
    private Shelf.Entry checked(Shelf.Entry entry, Claim claim) throws InputFailure {
        try {
            claim.checkLength(entry.length());
            return entry;
        } catch (InputFailure e) {
            shelf.release(entry);
            throw e;
        }
    }

    private Shelf.Entry fetched(RemoteSource source, Claim claim) throws InputFailure {
        RemoteSource.Remote remote =
                source.find(claim.media().getUri())
                        .orElseThrow(() -> claim.missing("nothing is there"));
        long length = remote.length();
        claim.checkLength(length);
        Path file = folder.resolve("fetch-" + names.incrementAndGet());
        boolean put = false;
        takeRoom(length);
        try {
            String sha256 = copy(remote, length, file);
            claim.checkDigest(sha256);
            Shelf.Entry entry = shelf.put(sha256, file, length);
            put = true;
            return entry;
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "%d bytes cannot be put into the spool folder (%s); free space on that disk"
                            .formatted(length, e),
                    e);
        } finally {
            if (!put) {
                shelf.giveRoomBack(length);
                discard(file);
            }
        }
    }

    private void takeRoom(long length) {
        try {
            shelf.takeRoom(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for room in the spool", e);
        }
    }

    private static String copy(RemoteSource.Remote remote, long length, Path file)
            throws IOException, InputFailure {
        MessageDigest digest = Digests.newSha256();
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        long position = 0;
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (position < length) {
                block.clear().limit((int) Math.min(BLOCK_BYTES, length - position));
                int count = remote.read(position, block);
                if (count < 1) {
                    throw new InputFailure(
                            InputState.CLAIM_MISMATCH,
                            Code.LENGTH_MISMATCH,
                            "ends at byte %d of %d; it was changed while it was fetched"
                                    .formatted(position, length));
                }
                position += count;
                digest.update(block.flip().duplicate());
                while (block.hasRemaining()) {
                    out.write(block);
                }
            }
        }
        return Digests.hex(digest.digest());
    }

    private Held held(Shelf.Entry entry) {
        return new OnShelf(shelf, entry, new AtomicBoolean());
    }

    private record OnShelf(Shelf shelf, Shelf.Entry entry, AtomicBoolean closed) implements Held {
        @Override
        public Path file() {
            return entry.file();
        }

        @Override
        public long length() {
            return entry.length();
        }

        @Override
        public String sha256() {
            return entry.sha256();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                shelf.release(entry);
            }
        }
    }

    /** Bytes that fetched files take now. */
    public long used() {
        return shelf.used();
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is in the spool's folder, which is removed as a whole.
        }
    }

    /** Removes the folder; nobody may hold anything of it any more. */
    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            files.forEach(Spool::discard);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // What is left is in a temporary folder.
        }
    }
}
