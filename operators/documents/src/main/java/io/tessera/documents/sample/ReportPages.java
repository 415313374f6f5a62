/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Lays the sample report out on three A4 pages. */
final class ReportPages {
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final float LEFT = 60;
    private static final float WIDTH = 475;
    private static final float TOP = 770;
    private static final float SIZE = 11;
    private static final float LEADING = 15;
    private static final float COLUMN = 225;
    private static final float GUTTER = 25;

    private final PDPageContentStream content;
    private float y = TOP;

    private ReportPages(PDPageContentStream content) {
        this.content = content;
    }

    static void add(PDDocument document) throws IOException {
        page(document, ReportPages::cover);
        page(document, ReportPages::columns);
        page(document, ReportPages::table);
    }

    @FunctionalInterface
    private interface Drawing {
        void on(ReportPages page) throws IOException;
    }

    private static void page(PDDocument document, Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            drawing.on(new ReportPages(content));
        }
    }

    private void cover() throws IOException {
        line(BOLD, 22, LEFT, "Lindholm Waterworks");
        y -= 30;
        line(PLAIN, 15, LEFT, "Annual Report 2025");
        y -= 45;
        line(BOLD, 13, LEFT, "Summary");
        y -= 22;
        paragraph(ReportText.SUMMARY, LEFT, WIDTH);
        y -= 170;
        code(ReportText.LINK, LEFT, y, 110);
        y -= 20;
        line(PLAIN, 9, LEFT, "This report on the web");
    }

    private void columns() throws IOException {
        line(BOLD, 16, LEFT, "Operation");
        y -= 30;
        float top = y;
        column(ReportText.LEFT, LEFT);
        y = top;
        column(ReportText.RIGHT, LEFT + COLUMN + GUTTER);
    }

    private void column(List<String> paragraphs, float x) throws IOException {
        line(BOLD, 12, x, paragraphs.get(0));
        y -= 20;
        for (String text : paragraphs.subList(1, paragraphs.size())) {
            paragraph(text, x, COLUMN);
            y -= 10;
        }
    }

    private void table() throws IOException {
        line(BOLD, 16, LEFT, "Figures");
        y -= 30;
        float[] stops = {0, 190, 310, 400};
        for (List<String> row : ReportText.TABLE) {
            PDFont font = row == ReportText.TABLE.get(0) ? BOLD : PLAIN;
            for (int i = 0; i < row.size(); i++) {
                line(font, SIZE, LEFT + stops[i], row.get(i));
            }
            content.moveTo(LEFT, y - 6);
            content.lineTo(LEFT + WIDTH, y - 6);
            content.stroke();
            y -= 22;
        }
        y -= 25;
        line(BOLD, 13, LEFT, "Outlook");
        y -= 22;
        paragraph(ReportText.OUTLOOK, LEFT, WIDTH);
    }

    private void paragraph(String text, float x, float width) throws IOException {
        for (String line : wrapped(text, width)) {
            line(PLAIN, SIZE, x, line);
            y -= LEADING;
        }
    }

    private static List<String> wrapped(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (PLAIN.getStringWidth(longer) / 1000 * SIZE > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void line(PDFont font, float size, float x, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private void code(String text, float x, float bottom, float size) throws IOException {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            float module = size / code.getWidth();
            for (int row = 0; row < code.getHeight(); row++) {
                for (int column = 0; column < code.getWidth(); column++) {
                    if (code.get(column, row)) {
                        float up = bottom + size - (row + 1) * module;
                        content.addRect(x + column * module, up, module, module);
                    }
                }
            }
            content.fill();
        } catch (WriterException e) {
            throw new IllegalStateException("a code cannot hold " + text, e);
        }
    }
}
