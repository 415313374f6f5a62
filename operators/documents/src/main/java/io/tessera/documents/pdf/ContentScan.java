/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.input.Progress;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * One pass over the operators of a page that decodes no picture: glyphs, where pictures stand and
 * how large they claim to be, and whether anything is painted at all.
 */
final class ContentScan extends PDFTextStripper {
    private static final Set<String> PAINTING =
            Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh");
    private static final int MOST_GLYPHS = 500_000;

    /** A picture: the pixels that it claims and the part of the page that it covers. */
    record Picture(long width, long height, double coveredWidth, double coveredHeight) {}

    private final Progress progress;
    private final double pageWidth;
    private final double pageHeight;
    private final List<PlacedGlyph> glyphs = new ArrayList<>();
    private final List<PlacedGlyph> invisible = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private int shown;
    private int unmapped;
    private int painted;
    private int filled;
    private int rectangles;

    private ContentScan(PDPage page, Progress progress) {
        this.progress = progress;
        pageWidth = page.getCropBox().getWidth();
        pageHeight = page.getCropBox().getHeight();
        setStartPage(0);
        setShouldSeparateByBeads(false);
        output = Writer.nullWriter();
    }

    static ContentScan of(PDPage page, Progress progress) throws IOException {
        ContentScan scan = new ContentScan(page, progress);
        scan.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView()) {
                scan.showAnnotation(annotation);
            }
        }
        return scan;
    }

    /** Glyphs that are drawn with ink, inside the page, in the order of the content. */
    List<PlacedGlyph> glyphs() {
        return glyphs;
    }

    /** Glyphs that are drawn without ink. */
    List<PlacedGlyph> invisible() {
        return invisible;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Glyphs in all, those without a known character included. */
    int shown() {
        return shown;
    }

    int unmapped() {
        return unmapped;
    }

    /** Lines, areas and shadings painted. */
    int painted() {
        return painted;
    }

    /** Rectangles or areas, whichever are more: a code is drawn of many. */
    int areas() {
        return Math.max(rectangles, filled);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        progress.tick();
        String name = operator.getName();
        if (PAINTING.contains(name)) {
            painted++;
            filled += name.startsWith("f") || name.startsWith("F") ? 1 : 0;
        } else if (name.equals("re")) {
            rectangles++;
        } else if (name.equals("BI")) {
            notePicture(
                    operator.getImageParameters().getLong(COSName.W, 0),
                    operator.getImageParameters().getLong(COSName.H, 0));
        } else if (name.equals("Do") && !operands.isEmpty()) {
            noteNamed(operands.get(0));
        }
        super.processOperator(operator, operands);
    }

    /** Looks at the dictionary only: to make the object may decode the whole picture. */
    private void noteNamed(COSBase operand) {
        PDResources resources = getResources();
        if (resources == null || !(operand instanceof COSName name)) {
            return;
        }
        COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream image = objects == null ? null : objects.getCOSStream(name);
        if (image != null && COSName.IMAGE.equals(image.getCOSName(COSName.SUBTYPE))) {
            notePicture(image.getLong(COSName.WIDTH, 0), image.getLong(COSName.HEIGHT, 0));
        }
    }

    private void notePicture(long width, long height) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        pictures.add(
                new Picture(
                        width,
                        height,
                        Math.hypot(matrix.getScaleX(), matrix.getShearY()),
                        Math.hypot(matrix.getShearX(), matrix.getScaleY())));
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        shown++;
        String unicode = font.toUnicode(code);
        if (unicode == null || unicode.isEmpty() || unicode.charAt(0) == 0xfffd) {
            unmapped++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        Matrix matrix = position.getTextMatrix();
        double ux = matrix.getScaleX();
        double uy = matrix.getShearY();
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        String text = position.getUnicode();
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        boolean onPage = x >= -1 && y >= -1 && x <= pageWidth + 1 && y <= pageHeight + 1;
        if (text == null
                || text.isEmpty()
                || !onPage
                || !(size > 0.1)
                || glyphs.size() >= MOST_GLYPHS) {
            return;
        }
        int angle = Math.floorMod((int) Math.round(Math.toDegrees(Math.atan2(uy, ux))), 360);
        double advance = Math.hypot(position.getEndX() - x, position.getEndY() - y);
        PlacedGlyph glyph = new PlacedGlyph(text, x, y, angle, advance, size);
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean inkless =
                mode == RenderingMode.NEITHER
                        || mode == RenderingMode.NEITHER_CLIP
                        || getGraphicsState().getNonStrokeAlphaConstant() == 0;
        (inkless ? invisible : glyphs).add(glyph);
    }

    /** Share of the page under pictures, 0-1, overlaps counted twice. */
    double imageCover() {
        double covered = 0;
        for (Picture picture : pictures) {
            covered += picture.coveredWidth() * picture.coveredHeight();
        }
        return Math.min(1, covered / Math.max(1, pageWidth * pageHeight));
    }

    /** Dots per inch of the picture that covers most; infinite where none covers half the page. */
    double scanDpi() {
        return pictures.stream()
                .filter(p -> p.coveredWidth() * p.coveredHeight() > pageWidth * pageHeight / 2)
                .mapToDouble(p -> 72 * p.width() / p.coveredWidth())
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
