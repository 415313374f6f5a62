/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Bitmap;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as its document shows it: with the rotation that the document states. Whether it stands on
 * its head nevertheless is found by reading it.
 */
public interface SourcePage {
    /** Page points across. */
    double width();

    /** Page points down. */
    double height();

    /** The clockwise turn that the document states, already applied: 0, 90, 180 or 270. */
    int rotation();

    /** Pictures on the page. */
    int images();

    /** Dots per inch beyond which rendering shows nothing more; infinite for drawings and text. */
    double nativeDpi();

    /** Whether nothing on the page could leave ink, so that it need not be rendered to be blank. */
    boolean nothingToShow();

    /** Whether there may be codes on it although its text is in the layer. */
    boolean pictorial();

    /** The text that lies in the page; null where there is none. */
    @Nullable TextLayer textLayer();

    /**
     * Renders the page at about {@code dpi}.
     *
     * @throws InputFailure REFUSED_LIMIT or UNSUPPORTED where that cannot be
     */
    Rendering render(double dpi, Progress progress) throws InputFailure, IOException;

    /**
     * A rendered page.
     *
     * @param image its pixels
     * @param inkExpected whether something was drawn that should show: an image, or text or lines
     *     in other than white
     * @param missing what could not be drawn
     */
    record Rendering(Bitmap image, boolean inkExpected, List<String> missing) {
        public Rendering {
            missing = List.copyOf(missing);
        }
    }
}
