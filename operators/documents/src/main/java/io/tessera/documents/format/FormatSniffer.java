/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.format;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.documents.source.CachedSource;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells the format of an input from its leading bytes; a name is never looked at. */
public final class FormatSniffer {
    /** A PDF may begin with this much of something else; readers have always allowed it. */
    public static final int PDF_HEADER_WITHIN = 1024;

    private static final int ZIP_LISTING = 1 << 16;

    private FormatSniffer() {}

    /**
     * The format of {@code source}.
     *
     * @throws InputFailure EMPTY for zero bytes, UNSUPPORTED with the name of what it is for
     *     another format
     */
    public static DocumentFormat sniff(CachedSource source) throws InputFailure, IOException {
        if (source.length() == 0) {
            throw new InputFailure(
                    InputState.EMPTY, Code.NO_BYTES, "input has 0 bytes; send it again");
        }
        byte[] head = source.bytes(0, PDF_HEADER_WITHIN + 8);
        Optional<DocumentFormat> format = document(head);
        if (format.isPresent()) {
            return format.get();
        }
        throw new InputFailure(
                InputState.UNSUPPORTED,
                Code.FORMAT,
                "input is %s; send PDF, TIFF, PNG, JPEG, WebP, GIF, BMP or JPEG 2000"
                        .formatted(other(head, source)));
    }

    /** The document format that bytes begin with, or empty where they begin with none. */
    public static Optional<DocumentFormat> document(byte[] head) {
        if (starts(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(DocumentFormat.PNG);
        }
        if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(DocumentFormat.JPEG);
        }
        if (starts(head, 0, "II*\0")
                || starts(head, 0, "MM\0*")
                || starts(head, 0, "II+\0")
                || starts(head, 0, "MM\0+")) {
            return Optional.of(DocumentFormat.TIFF);
        }
        if (starts(head, 0, "GIF87a") || starts(head, 0, "GIF89a")) {
            return Optional.of(DocumentFormat.GIF);
        }
        if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
            return Optional.of(DocumentFormat.WEBP);
        }
        if (starts(head, 0, "\0\0\0\u000cjP  \r\n\u0087\n") || starts(head, 0, "\u00ffO\u00ffQ")) {
            return Optional.of(DocumentFormat.JPEG2000);
        }
        if (bitmap(head)) {
            return Optional.of(DocumentFormat.BMP);
        }
        return pdf(head) ? Optional.of(DocumentFormat.PDF) : Optional.empty();
    }

    private static boolean pdf(byte[] head) {
        return text(head, 0, Math.min(head.length, PDF_HEADER_WITHIN + 5)).contains("%PDF-");
    }

    /** BM alone is too little: the size of the next header must be one that exists. */
    private static boolean bitmap(byte[] head) {
        if (!starts(head, 0, "BM") || head.length < 18) {
            return false;
        }
        int header = head[14] & 0xff;
        boolean known = header == 12 || header == 40 || header == 52 || header == 56;
        return (known || header == 64 || header == 108 || header == 124)
                && head[15] == 0
                && head[16] == 0
                && head[17] == 0;
    }

    private static String other(byte[] head, CachedSource source) throws IOException {
        if (starts(head, 0, "PK\u0003\u0004")) {
            return zip(source);
        }
        if (starts(head, 0, "\u00d0\u00cf\u0011\u00e0")) {
            return "an older Office document (DOC, XLS, PPT)";
        }
        if (starts(head, 0, "{\\rtf")) {
            return "RTF";
        }
        if (starts(head, 0, "%!PS")) {
            return "PostScript";
        }
        if (starts(head, 4, "ftypheic") || starts(head, 4, "ftypmif1")) {
            return "HEIF";
        }
        if (starts(head, 4, "ftypavif")) {
            return "AVIF";
        }
        if (starts(head, 4, "ftyp") || starts(head, 0, "\u001aE\u00df\u00a3")) {
            return "a video";
        }
        if (starts(head, 0, "AT&TFORM")) {
            return "DjVu";
        }
        if (starts(head, 0, "8BPS")) {
            return "a Photoshop document";
        }
        if (starts(head, 0, "\u001f\u008b")) {
            return "gzip";
        }
        return textual(head);
    }

    private static String zip(CachedSource source) throws IOException {
        String listing = text(source.bytes(0, ZIP_LISTING), 0, ZIP_LISTING);
        if (listing.contains("word/")) {
            return "DOCX";
        }
        if (listing.contains("xl/")) {
            return "XLSX";
        }
        if (listing.contains("ppt/")) {
            return "PPTX";
        }
        if (listing.contains("application/vnd.oasis.opendocument")) {
            return "OpenDocument";
        }
        return listing.contains("application/epub") ? "EPUB" : "a ZIP archive";
    }

    private static String textual(byte[] head) {
        String start = text(head, 0, 64).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "HTML";
        }
        if (start.startsWith("<?xml") || start.startsWith("<svg")) {
            return "XML";
        }
        for (byte value : head) {
            if (value >= 0 && value < 32 && value != '\n' && value != '\r' && value != '\t') {
                return "of no format known here";
            }
        }
        return "plain text";
    }

    private static boolean starts(byte[] head, int at, String magic) {
        if (head.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((head[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        int end = Math.min(bytes.length, to);
        return new String(bytes, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
    }
}
