/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.v1.InputState;

/**
 * How many dots per inch a page is rendered at. Recognition takes time in proportion to the width
 * of the text in pixels and fails below about 12 for a small letter, so a page starts at {@value
 * #FIRST} and is read again, larger, only where its lines turn out too small.
 */
final class Resolution {
    static final int FIRST = 200;

    private static final double LEAST = 100;
    private static final double MOST = 400;
    private static final double LEAST_X_HEIGHT = 12;
    private static final double WANTED_X_HEIGHT = 17;
    private static final double LEAST_GAIN = 1.15;
    private static final double LEAST_EDGE = 1600;
    private static final double LONGEST_EDGE = 32000;
    private static final double ENLARGED = 2;

    private final SourcePage page;
    private final double most;

    /**
     * @throws InputFailure REFUSED_LIMIT where the page would need fewer than {@code LEAST} dots
     *     per inch to fit the limits
     */
    Resolution(SourcePage page, Options options) throws InputFailure {
        this.page = page;
        long pixels = options.get(TesseraOptions.LIMIT_PAGE_PIXELS);
        double area = Math.max(1, page.width()) * Math.max(1, page.height());
        double fitting = 72 * Math.sqrt(pixels / area);
        double edge = Math.max(page.width(), page.height());
        most = Math.min(fitting, 72 * LONGEST_EDGE / edge);
        if (most < LEAST && most < page.nativeDpi()) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_PIXELS,
                    ("a page of %.0fx%.0f points fits %d pixels only at %.0f dpi, below %.0f; raise"
                                    + " limit.page-pixels")
                            .formatted(page.width(), page.height(), pixels, most, LEAST));
        }
    }

    /** For the first look: a scan is not enlarged, a small picture not reduced. */
    double first() {
        double edge = Math.max(page.width(), page.height());
        double wanted = Math.max(FIRST, LEAST_EDGE * 72 / edge);
        boolean scan = page.nativeDpi() < Double.POSITIVE_INFINITY;
        return Math.min(most, scan ? Math.min(page.nativeDpi(), wanted) : FIRST);
    }

    /** Bounded by the limits only, e.g. for pictures of {@code dpi} for people. */
    double bounded(double dpi) {
        return Math.min(most, dpi);
    }

    /** What to read the page at again, given its letters' height; 0 where once was enough. */
    double second(double dpi, double xHeight) {
        if (xHeight <= 0 || xHeight >= LEAST_X_HEIGHT) {
            return 0;
        }
        double useful = Math.max(MOST, 0);
        if (page.nativeDpi() < MOST) {
            useful = Math.min(MOST, Math.max(FIRST, ENLARGED * page.nativeDpi()));
        }
        double wanted = Math.min(Math.min(most, useful), dpi * WANTED_X_HEIGHT / xHeight);
        return wanted >= LEAST_GAIN * dpi ? wanted : 0;
    }
}
