/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import io.tessera.documents.bitmap.Bitmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sample documents: the report of a waterworks that never was, as it comes in practice. Equal calls
 * give equal bytes on one machine; scans are drawn with the fonts that it has.
 */
public final class SampleDocuments {
    /** Pages of each whole sample. */
    public static final int PAGES = 3;

    private static final int SCAN_DPI = 200;
    private static final int TURNED_PAGE = 1;

    private SampleDocuments() {}

    /** A digital PDF with headings, two columns, a table and a QR code. */
    public static byte[] digital() {
        return ReportPdf.write(null);
    }

    /** The same report locked with AES; it opens with {@code password} only. */
    public static byte[] locked(String password) {
        return ReportPdf.write(password);
    }

    /** The same report scanned: pictures only, noisy, a little askew, the second page head down. */
    public static byte[] scanned() {
        List<Bitmap> pages = scans();
        pages.set(TURNED_PAGE, pages.get(TURNED_PAGE).turned(180));
        return ScanPdf.write(pages, SCAN_DPI);
    }

    /** The same report as a fax would send it: one file of black and white pages. */
    public static byte[] tiff() {
        return BilevelTiff.write(Scanner.render(digital(), SCAN_DPI), SCAN_DPI);
    }

    /**
     * The digital report cut off in the middle of its second page, as a broken upload leaves it.
     */
    public static byte[] cut() {
        byte[] whole = digital();
        return Arrays.copyOf(whole, whole.length * 6 / 10);
    }

    private static List<Bitmap> scans() {
        List<Bitmap> pages = new ArrayList<>();
        int number = 0;
        for (Bitmap page : Scanner.render(digital(), SCAN_DPI)) {
            pages.add(Scanner.scan(page, ++number));
        }
        return pages;
    }
}
