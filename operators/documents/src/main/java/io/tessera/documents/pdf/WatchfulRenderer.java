/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.input.Progress;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * A renderer that says what it could not draw, whether what it drew should show, and that it goes
 * on. The library logs the first, and nobody reads the log. Used for one page at a time.
 */
final class WatchfulRenderer extends PDFRenderer {
    private static final int WHITE = 0xffffff;
    private static final long SUBSAMPLED_FROM_PIXELS = 12_000_000;

    private final PictureLimits limits;
    private final Set<String> missing = new TreeSet<>();
    private Progress progress = Progress.NONE;
    private boolean inkExpected;

    WatchfulRenderer(PDDocument document, PictureLimits limits) {
        super(document);
        this.limits = limits;
        setSubsamplingAllowed(true);
    }

    /** Forgets what the last page was like. */
    void begin(Progress watch) {
        progress = watch;
        inkExpected = false;
        missing.clear();
    }

    boolean inkExpected() {
        return inkExpected;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            progress.tick();
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(
                Operator operator, List<COSBase> operands, IOException cause) throws IOException {
            String name = operator.getName();
            if (name.equals("Do") || name.equals("BI")) {
                inkExpected = true;
                missing.add("a picture cannot be decoded (%s)".formatted(reason(cause)));
                return;
            }
            super.operatorException(operator, operands, cause);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            inkExpected = true;
            if (!limits.allow(image.getWidth(), image.getHeight())) {
                missing.add(
                        "a picture of %dx%d pixels is over the limit"
                                .formatted(image.getWidth(), image.getHeight()));
                return;
            }
            progress.tick();
            super.drawImage(image);
            progress.tick();
        }

        /** Skipping pixels thins the strokes of a scan, so only what is very large is thinned. */
        @Override
        protected int getSubsampling(PDImage image, AffineTransform at) {
            boolean large = (long) image.getWidth() * image.getHeight() > SUBSAMPLED_FROM_PIXELS;
            return large && image.getBitsPerComponent() > 1 ? super.getSubsampling(image, at) : 1;
        }

        @Override
        public void fillPath(int rule) throws IOException {
            note(getGraphicsState().getNonStrokingColor());
            super.fillPath(rule);
        }

        @Override
        public void strokePath() throws IOException {
            note(getGraphicsState().getStrokingColor());
            super.strokePath();
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
                throws IOException {
            String text = font.toUnicode(code);
            RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
            boolean shows = mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
            if (shows && (text == null || !text.isBlank())) {
                note(getGraphicsState().getNonStrokingColor());
            }
            super.showGlyph(matrix, font, code, displacement);
        }

        private void note(PDColor colour) {
            if (inkExpected) {
                return;
            }
            try {
                inkExpected = colour.isPattern() || (colour.toRGB() & WHITE) != WHITE;
            } catch (IOException | RuntimeException e) {
                inkExpected = true;
            }
        }
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
