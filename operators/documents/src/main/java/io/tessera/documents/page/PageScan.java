/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.ocr.RecognisedText;
import java.util.List;

/**
 * A page as it was recognised.
 *
 * @param image upright
 * @param text of that image
 * @param turn clockwise degrees from the rendered page to {@code image}
 * @param dpi of the image
 * @param inkExpected whether something was drawn that should show
 * @param missing what could not be drawn
 */
record PageScan(
        Bitmap image,
        RecognisedText text,
        int turn,
        double dpi,
        boolean inkExpected,
        List<String> missing) {}
