/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.input.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Digests of what pages are made of: their objects by value, so that a page that was copied has the
 * digest of its original. Objects that pages share are read once.
 */
final class PageDigests {
    private static final List<COSName> OF_A_PAGE =
            List.of(
                    COSName.CONTENTS,
                    COSName.RESOURCES,
                    COSName.MEDIA_BOX,
                    COSName.CROP_BOX,
                    COSName.ROTATE,
                    COSName.USER_UNIT,
                    COSName.ANNOTS);

    /** Ways back up, and what says when and by whom rather than what. */
    private static final Set<COSName> LEFT_OUT =
            Set.of(
                    COSName.PARENT,
                    COSName.P,
                    COSName.getPDFName("NM"),
                    COSName.M,
                    COSName.METADATA,
                    COSName.getPDFName("PieceInfo"),
                    COSName.STRUCT_PARENT,
                    COSName.STRUCT_PARENTS,
                    COSName.DEST,
                    COSName.A);

    private static final int DEEPEST = 40;
    private static final int BUFFER = 1 << 14;

    private final IdentityHashMap<COSObject, String> known = new IdentityHashMap<>();

    String of(COSDictionary page, boolean rough, Progress progress) throws IOException {
        MessageDigest digest = Digests.newSha256();
        for (COSName name : OF_A_PAGE) {
            COSBase value = page.getItem(name);
            put(digest, name.getName());
            if (rough && COSName.RESOURCES.equals(name)) {
                putSizes(digest, page.getCOSDictionary(COSName.RESOURCES));
            } else if (!rough || !COSName.ANNOTS.equals(name)) {
                add(digest, value, 0, progress);
            }
        }
        return Digests.hex(digest.digest());
    }

    /** The sizes of the pictures and forms of a page, without reading them. */
    private static void putSizes(MessageDigest digest, @Nullable COSDictionary resources) {
        COSDictionary objects =
                resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            return;
        }
        Map<String, Long> sizes = new TreeMap<>();
        for (COSName name : objects.keySet()) {
            COSStream stream = objects.getCOSStream(name);
            sizes.put(name.getName(), stream == null ? -1 : stream.getLong(COSName.LENGTH, -1));
        }
        put(digest, sizes.toString());
    }

    private void add(MessageDigest digest, @Nullable COSBase value, int depth, Progress progress)
            throws IOException {
        progress.tick();
        if (value == null || depth > DEEPEST) {
            put(digest, "-");
        } else if (value instanceof COSObject reference) {
            put(digest, referred(reference, depth, progress));
        } else if (value instanceof COSStream stream) {
            addDictionary(digest, stream, depth, progress);
            addBytes(digest, stream, progress);
        } else if (value instanceof COSDictionary dictionary) {
            addDictionary(digest, dictionary, depth, progress);
        } else if (value instanceof COSArray array) {
            put(digest, "[" + array.size());
            for (int i = 0; i < array.size(); i++) {
                add(digest, array.get(i), depth + 1, progress);
            }
        } else if (value instanceof COSString text) {
            put(digest, "(");
            digest.update(text.getBytes());
        } else {
            put(digest, value.toString());
        }
    }

    private String referred(COSObject reference, int depth, Progress progress) throws IOException {
        String before = known.get(reference);
        if (before != null) {
            return before;
        }
        known.put(reference, "loop");
        MessageDigest own = Digests.newSha256();
        add(own, reference.getObject(), depth + 1, progress);
        String digest = Digests.hex(own.digest());
        known.put(reference, digest);
        return digest;
    }

    private void addDictionary(
            MessageDigest digest, COSDictionary dictionary, int depth, Progress progress)
            throws IOException {
        Map<String, COSBase> sorted = new TreeMap<>();
        for (COSName name : dictionary.keySet()) {
            if (!LEFT_OUT.contains(name)) {
                sorted.put(name.getName(), dictionary.getItem(name));
            }
        }
        put(digest, "<" + sorted.size());
        for (Map.Entry<String, COSBase> entry : sorted.entrySet()) {
            put(digest, entry.getKey());
            add(digest, entry.getValue(), depth + 1, progress);
        }
    }

    private static void addBytes(MessageDigest digest, COSStream stream, Progress progress)
            throws IOException {
        try (InputStream raw = stream.createRawInputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = raw.read(buffer); read >= 0; read = raw.read(buffer)) {
                digest.update(buffer, 0, read);
                progress.tick();
            }
        }
    }

    private static void put(MessageDigest digest, String text) {
        digest.update((text.length() + ":" + text).getBytes(UTF_8));
    }
}
