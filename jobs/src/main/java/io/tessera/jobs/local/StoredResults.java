/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.contract.identity.Identity;
import io.tessera.jobs.results.ChunkLine;
import io.tessera.jobs.results.Circumstance;
import io.tessera.jobs.results.InputLine;
import io.tessera.jobs.results.Json;
import io.tessera.jobs.results.PageLine;
import io.tessera.jobs.results.ResultSink;
import io.tessera.v1.Caption;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Page;
import io.tessera.v1.Reply;
import io.tessera.v1.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the store under --out holds, read without starting anything. */
public final class StoredResults {
    private static final String MARK = "/" + Identity.WHOLE + ".avro";
    private static final String SELECTION = "/pages/";

    private final Path root;
    private final ResultSink results;

    /** Results of a folder. */
    public StoredResults(Path root, ResultSink results) {
        this.root = root;
        this.results = results;
    }

    /**
     * Shows what is there, and how many inputs that is.
     *
     * @param wanted of inputId and name, the inputs that are shown
     * @param units whether their pages and chunks are shown, too
     */
    public int show(Predicate<NamedInputId> wanted, boolean units) throws IOException {
        Path bucket = root.resolve("store").resolve(LocalServices.BUCKET);
        if (!Files.isDirectory(bucket)) {
            return 0;
        }
        Map<String, String> names = new TreeMap<>();
        int shown = 0;
        for (NamesFile.Named named : NamesFile.read(root).values()) {
            if (!named.inputId().isEmpty()) {
                names.put(named.inputId(), named.shown());
            }
            if (named.open() && wanted.test(new NamedInputId(named.inputId(), named.shown()))) {
                results.accept(
                        Json.object()
                                .put("type", "input")
                                .put("input", named.shown())
                                .put("state", "OPEN"));
                shown++;
            }
        }
        try (ObjectStore store = new DirectoryLocation(bucket.toAbsolutePath().toString()).open();
                Stream<ObjectStore.ObjectInfo> objects = store.list("")) {
            StoredLeaves leaves = new StoredLeaves(store);
            Iterator<ObjectStore.ObjectInfo> all = objects.iterator();
            while (all.hasNext()) {
                String key = all.next().key();
                String[] parts = key.split("/", 4);
                boolean whole = parts.length == 4 && (key.endsWith(MARK) || isSelection(key));
                if (whole) {
                    String name = names.getOrDefault(parts[2], parts[2]);
                    if (wanted.test(new NamedInputId(parts[2], name))) {
                        show(key, parts, name, units, leaves);
                        shown++;
                    }
                }
            }
        }
        return shown;
    }

    /**
     * An input in the store.
     *
     * @param name under which it was read last here; its id where none is known
     */
    public record NamedInputId(String inputId, String name) {}

    private static boolean isSelection(String key) {
        return key.contains(SELECTION) && key.endsWith(".avro");
    }

    private void show(String key, String[] parts, String name, boolean units, StoredLeaves leaves) {
        Optional<Video> video = leaves.find(key, Video.class);
        Optional<Document> document =
                video.isPresent() ? Optional.empty() : leaves.find(key, Document.class);
        if (units) {
            List<String> all =
                    video.map(Video::getUnits)
                            .orElseGet(() -> document.map(Document::getUnits).orElse(List.of()));
            String prefix = String.join("/", parts[0], parts[1], parts[2]) + "/";
            for (String unit : all) {
                unit(Identity.leafKey(prefix + unit), name, video.isPresent(), leaves);
            }
        }
        video.ifPresent(v -> results.accept(InputLine.of(at(name, parts, v.getState()), v)));
        document.ifPresent(d -> results.accept(InputLine.of(at(name, parts, d.getState()), d)));
    }

    private void unit(String key, String name, boolean video, StoredLeaves leaves) {
        if (video) {
            leaves.find(key, Caption.class)
                    .ifPresent(caption -> results.accept(ChunkLine.of(name, caption)));
        } else {
            leaves.find(key, Page.class).ifPresent(page -> results.accept(PageLine.of(name, page)));
        }
    }

    private static Circumstance at(String name, String[] parts, InputState state) {
        return new Circumstance(
                name, new Reply("", parts[2], parts[1], 0L, state, true), 0, 0, null);
    }
}
