/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a PDF object by object, sound in its table whatever the objects say. */
final class RawPdf {
    private final List<byte[]> objects = new ArrayList<>();

    /** Adds object number {@code objects so far + 1}; the first must be the catalog. */
    RawPdf object(String body) {
        objects.add(latin(body));
        return this;
    }

    /** Adds a stream with {@code entries} beside its length. */
    RawPdf stream(String entries, byte[] content) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(latin("<<" + entries + "/Length " + content.length + ">>\nstream\n"));
        object.writeBytes(content);
        object.writeBytes(latin("\nendstream"));
        objects.add(object.toByteArray());
        return this;
    }

    /** One page of {@code width} x {@code height} points with resources and content. */
    static RawPdf page(int width, int height, String resources, String content) {
        return new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object(
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<<%s>>/Contents 4 0 R>>"
                                        .formatted(width, height, resources))
                        .stream("", latin(content));
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(latin("%PDF-1.7\n"));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(latin("%d 0 obj\n".formatted(i + 1)));
            file.writeBytes(objects.get(i));
            file.writeBytes(latin("\nendobj\n"));
        }
        int start = file.size();
        file.writeBytes(
                latin(
                        "xref\n0 %d\n%strailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
                                .formatted(objects.size() + 1, table, objects.size() + 1, start)));
        return file.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
