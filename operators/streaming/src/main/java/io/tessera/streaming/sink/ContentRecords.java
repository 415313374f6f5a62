/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.Caption;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Document;
import io.tessera.v1.Page;
import io.tessera.v1.PageFacts;
import io.tessera.v1.Video;
import java.util.List;

/**
 * Content records as they go onto topics: as they are up to 256 KiB, above it with the leaf's key
 * in place of what makes them long. Not thread-safe.
 */
final class ContentRecords {
    static final int LONGEST_INLINE = 256 * 1024;

    private final RecordCodec<Page> pages = RecordCodec.of(Page.class);
    private final RecordCodec<Caption> captions = RecordCodec.of(Caption.class);
    private final RecordCodec<Document> documents = RecordCodec.of(Document.class);
    private final RecordCodec<Video> videos = RecordCodec.of(Video.class);

    byte[] unit(UnitLeaf unit, String leafKey) {
        return unit.page() != null
                ? page(unit.page(), leafKey)
                : caption(unit.requireCaption(), leafKey);
    }

    private byte[] page(Page page, String leafKey) {
        byte[] value = pages.encode(page);
        if (value.length <= LONGEST_INLINE) {
            return value;
        }
        PageFacts facts = page.getFacts();
        return pages.encode(
                Page.newBuilder(page)
                        .setText(null)
                        .setLeaf(leafKey)
                        .setFacts(
                                facts == null
                                        ? null
                                        : PageFacts.newBuilder(facts)
                                                .setText("")
                                                .setWords(List.of())
                                                .setCodes(List.of())
                                                .build())
                        .setTiles(List.of())
                        .setArtefacts(List.of())
                        .build());
    }

    private byte[] caption(Caption caption, String leafKey) {
        byte[] value = captions.encode(caption);
        if (value.length <= LONGEST_INLINE) {
            return value;
        }
        ChunkFacts facts = caption.getFacts();
        return captions.encode(
                Caption.newBuilder(caption)
                        .setCaption(null)
                        .setLeaf(leafKey)
                        .setFacts(
                                facts == null
                                        ? null
                                        : ChunkFacts.newBuilder(facts)
                                                .setText(List.of())
                                                .setCodes(List.of())
                                                .setMotion(List.of())
                                                .setShots(List.of())
                                                .build())
                        .setTiles(List.of())
                        .build());
    }

    byte[] document(Document document, String leafKey) {
        byte[] value = documents.encode(document);
        return value.length <= LONGEST_INLINE
                ? value
                : documents.encode(
                        Document.newBuilder(document)
                                .setLeaf(leafKey)
                                .setUnits(List.of())
                                .setMissing(List.of())
                                .build());
    }

    byte[] video(Video video, String leafKey) {
        byte[] value = videos.encode(video);
        return value.length <= LONGEST_INLINE
                ? value
                : videos.encode(
                        Video.newBuilder(video)
                                .setLeaf(leafKey)
                                .setUnits(List.of())
                                .setMissing(List.of())
                                .build());
    }
}
