/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.codes;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import io.tessera.v1.Box;
import io.tessera.v1.SeenCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds QR and bar codes in a grey picture. Thread-safe: it keeps nothing between calls.
 *
 * <p>Bar codes so short that a line of print passes for one (EAN-8, UPC-E, ITF, Codabar) are not
 * looked for.
 */
public final class CodeFinder {
    private static final List<BarcodeFormat> FORMATS =
            List.of(
                    BarcodeFormat.QR_CODE,
                    BarcodeFormat.DATA_MATRIX,
                    BarcodeFormat.AZTEC,
                    BarcodeFormat.PDF_417,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.UPC_A,
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.CODE_39);
    private static final int SHORTEST_BAR_CODE = 4;
    private static final int SMALLEST_EDGE = 16;

    /**
     * Finds the codes of a picture, from the top down, then from the left.
     *
     * @param grey rows of one byte a pixel, without padding; 0 is black
     * @return codes with their boxes in pixels and no time
     */
    public List<SeenCode> find(byte[] grey, int width, int height) {
        if (grey.length < (long) width * height) {
            throw new IllegalArgumentException(
                    "%d bytes are no grey picture of %dx%d".formatted(grey.length, width, height));
        }
        if (width < SMALLEST_EDGE || height < SMALLEST_EDGE) {
            return List.of();
        }
        LuminanceSource source =
                new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        List<SeenCode> codes = new ArrayList<>();
        for (Result result : decode(source)) {
            if (result.getText() != null && believable(result)) {
                codes.add(describe(result));
            }
        }
        codes.sort(
                Comparator.comparingDouble((SeenCode code) -> code.getBox().getY())
                        .thenComparingDouble(code -> code.getBox().getX())
                        .thenComparing(SeenCode::getText));
        return List.copyOf(codes);
    }

    private static Result[] decode(LuminanceSource source) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, FORMATS);
        try {
            MultiFormatReader reader = new MultiFormatReader();
            reader.setHints(hints);
            return new GenericMultipleBarcodeReader(reader)
                    .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), hints);
        } catch (NotFoundException e) {
            return new Result[0];
        } catch (RuntimeException e) {
            // A detector that runs off the edge of an odd picture has found no code in it.
            return new Result[0];
        }
    }

    private static boolean believable(Result result) {
        return switch (result.getBarcodeFormat()) {
            case CODE_39, CODE_128 -> result.getText().length() >= SHORTEST_BAR_CODE;
            default -> !result.getText().isEmpty();
        };
    }

    private static SeenCode describe(Result result) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (ResultPoint point : result.getResultPoints()) {
            if (point != null) {
                left = Math.min(left, point.getX());
                top = Math.min(top, point.getY());
                right = Math.max(right, point.getX());
                bottom = Math.max(bottom, point.getY());
            }
        }
        boolean placed = left <= right;
        Box box =
                placed
                        ? new Box(round(left), round(top), round(right - left), round(bottom - top))
                        : new Box(0.0, 0.0, 0.0, 0.0);
        return new SeenCode(result.getBarcodeFormat().name(), result.getText(), null, box);
    }

    private static double round(double pixels) {
        return Math.round(pixels * 100) / 100.0;
    }
}
