/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises text in pictures, with Tesseract. A process keeps one recogniser for each language,
 * because loading one takes longer than reading a small page; it works on one picture at a time and
 * callers wait for each other.
 *
 * <p>Equal pictures give equal words. Set {@code OMP_THREAD_LIMIT=1} in the environment: the engine
 * gains nothing from more threads and loses much where several processes share a machine.
 *
 * <pre>{@code
 * RecognisedText seen =
 *         TextRecogniser.forLanguage("eng", null)
 *                 .recognise(grey, width, height, 1, 70, TextLayout.SPARSE, progress);
 * }</pre>
 */
public final class TextRecogniser implements AutoCloseable {
    /** Longest edge of a picture that the engine takes; it reads nothing, silently, beyond. */
    public static final int LONGEST_EDGE = TesseractEngine.LONGEST_EDGE;

    private record Key(String language, @Nullable Path tessdata) {}

    private static final Map<Key, TextRecogniser> BY_LANGUAGE = new HashMap<>();

    private final TesseractEngine reading;
    private final TesseractEngine orientation;

    private TextRecogniser(String language, @Nullable Path tessdata) {
        reading = new TesseractEngine(language, tessdata);
        orientation = new TesseractEngine(TrainedData.ORIENTATION, tessdata);
    }

    /**
     * The process's recogniser of a language.
     *
     * @param language name of trained data, e.g. eng; several joined by +
     * @param tessdata folder with further trained data; null for none
     * @throws InputFailure UNSUPPORTED where the language has no trained data
     */
    public static TextRecogniser forLanguage(String language, @Nullable Path tessdata)
            throws InputFailure {
        requireNonNull(language, "language is null");
        TrainedData.folderOf(language, tessdata);
        synchronized (BY_LANGUAGE) {
            return BY_LANGUAGE.computeIfAbsent(
                    new Key(language, tessdata), key -> new TextRecogniser(language, tessdata));
        }
    }

    /**
     * Recognises the words of a picture.
     *
     * @param pixels rows from the buffer's position on, without padding; the position stays
     * @param channels 1 for grey, 3 for RGB
     * @param dpi resolution; of a video frame, which has none, 70
     * @param progress ticked while words are recognised; layout analysis before it is silent
     * @throws IllegalArgumentException where an edge is 0 or over {@link #LONGEST_EDGE}
     * @throws InputFailure never after a first success
     */
    public synchronized RecognisedText recognise(
            ByteBuffer pixels,
            int width,
            int height,
            int channels,
            int dpi,
            TextLayout layout,
            Progress progress)
            throws InputFailure {
        return reading.recognise(pixels, width, height, channels, dpi, layout, progress);
    }

    /** Asks the orientation model; {@link Orientation#UNKNOWN} where there is too little text. */
    public synchronized Orientation orientation(
            ByteBuffer pixels, int width, int height, int channels, int dpi) throws InputFailure {
        return orientation.orientation(pixels, width, height, channels, dpi);
    }

    /** Frees the native engines; the next call loads them anew. */
    @Override
    public synchronized void close() {
        reading.close();
        orientation.close();
    }
}
