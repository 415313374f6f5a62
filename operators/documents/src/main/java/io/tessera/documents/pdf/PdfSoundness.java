/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.documents.source.CachedSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a PDF is as its format demands where a reader begins: header first, end mark last, and a
 * pointer that leads to a cross-reference table. The parser mends all three without a word.
 */
final class PdfSoundness {
    private static final int TAIL = 2048;
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,18})");
    private static final Pattern TABLE = Pattern.compile("^\\s*(xref|\\d+\\s+\\d+\\s+obj)");

    private PdfSoundness() {}

    /** What the parser has to mend; empty where the file is sound. */
    static List<String> repairs(CachedSource source) throws IOException {
        List<String> repairs = new ArrayList<>();
        String head = text(source.bytes(0, 1029));
        int junk = head.indexOf("%PDF-");
        if (junk > 0) {
            repairs.add("%d bytes before the PDF header were skipped".formatted(junk));
        }
        long tailAt = Math.max(0, source.length() - TAIL);
        String tail = text(source.bytes(tailAt, TAIL));
        if (!tail.contains("%%EOF")) {
            repairs.add("end mark is missing; the file may be cut");
        }
        Matcher start = START.matcher(tail);
        long table = -1;
        while (start.find()) {
            table = Long.parseLong(start.group(1));
        }
        if (table < 0) {
            repairs.add("pointer to the cross-reference table is missing; it was rebuilt");
        } else if (!leadsToTable(source, table) && !leadsToTable(source, table + junk)) {
            repairs.add("cross-reference table is not at byte %d; it was rebuilt".formatted(table));
        }
        return repairs;
    }

    private static boolean leadsToTable(CachedSource source, long at) throws IOException {
        return at < source.length() && TABLE.matcher(text(source.bytes(at, 64))).find();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
