/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.tesseract.CANCEL_FUNC;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.jspecify.annotations.Nullable;

/**
 * One native engine with one set of trained data. It grows a little with each page, so it is
 * renewed after {@value #PAGES_PER_ENGINE} pictures. Not thread-safe.
 */
final class TesseractEngine implements AutoCloseable {
    static final int LONGEST_EDGE = 32767;

    private static final int PAGES_PER_ENGINE = 300;
    private static final int DEFAULT_ENGINE_MODE = 3;
    private static final int ORIENTATION_ONLY = 0;

    private final String language;
    private final @Nullable Path folder;
    private @Nullable TessBaseAPI api;
    private int pages;

    TesseractEngine(String language, @Nullable Path folder) {
        this.language = language;
        this.folder = folder;
    }

    RecognisedText recognise(
            ByteBuffer pixels,
            int width,
            int height,
            int channels,
            int dpi,
            TextLayout layout,
            Progress progress)
            throws InputFailure {
        TessBaseAPI engine = engine();
        engine.SetPageSegMode(layout.mode());
        show(engine, pixels, width, height, channels, dpi);
        try (ETEXT_DESC monitor = new ETEXT_DESC();
                CANCEL_FUNC alive = new Heartbeat(progress)) {
            monitor.cancel(alive);
            progress.tick();
            int code = engine.Recognize(monitor);
            progress.tick();
            if (code != 0) {
                throw new IllegalStateException(
                        "recognition of %dx%d pixels ended with code %d"
                                .formatted(width, height, code));
            }
            try (ResultIterator words = engine.GetIterator()) {
                return words == null ? RecognisedText.NONE : WordWalk.collect(words);
            }
        } finally {
            engine.Clear();
        }
    }

    /** How sure the orientation model is of which clockwise turn sets the picture upright. */
    Orientation orientation(ByteBuffer pixels, int width, int height, int channels, int dpi)
            throws InputFailure {
        TessBaseAPI engine = engine();
        engine.SetPageSegMode(ORIENTATION_ONLY);
        show(engine, pixels, width, height, channels, dpi);
        try (IntPointer degrees = new IntPointer(1);
                FloatPointer sure = new FloatPointer(1);
                PointerPointer<BytePointer> script = new PointerPointer<>(1);
                FloatPointer scriptSure = new FloatPointer(1)) {
            return engine.DetectOrientationScript(degrees, sure, script, scriptSure)
                    ? new Orientation((360 - degrees.get()) % 360, Math.max(0, sure.get()))
                    : Orientation.UNKNOWN;
        } finally {
            engine.Clear();
        }
    }

    private static void show(
            TessBaseAPI engine, ByteBuffer pixels, int width, int height, int channels, int dpi) {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels are 1 or 3, not " + channels);
        }
        if (width < 1 || height < 1 || width > LONGEST_EDGE || height > LONGEST_EDGE) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d pixels cannot be recognised; edges are 1 to %d"
                            .formatted(width, height, LONGEST_EDGE));
        }
        if (pixels.remaining() < (long) width * height * channels) {
            throw new IllegalArgumentException(
                    "%d bytes are no picture of %dx%dx%d"
                            .formatted(pixels.remaining(), width, height, channels));
        }
        engine.SetImage(pixels.slice(), width, height, channels, width * channels);
        engine.SetSourceResolution(dpi);
    }

    private TessBaseAPI engine() throws InputFailure {
        if (pages++ >= PAGES_PER_ENGINE) {
            close();
            pages = 1;
        }
        if (api == null) {
            Path data = TrainedData.folderOf(language, folder);
            TessBaseAPI fresh = new TessBaseAPI();
            if (fresh.Init(data.toString(), language, DEFAULT_ENGINE_MODE) != 0) {
                fresh.close();
                throw new IllegalStateException(
                        "trained data of '%s' in %s do not load; replace the file"
                                .formatted(language, data));
            }
            fresh.SetVariable("debug_file", "/dev/null");
            api = fresh;
        }
        return api;
    }

    @Override
    public void close() {
        if (api != null) {
            api.End();
            api.close();
            api = null;
        }
    }

    /** Called before each word; never asks to stop. */
    private static final class Heartbeat extends CANCEL_FUNC {
        private final Progress progress;

        Heartbeat(Progress progress) {
            this.progress = progress;
        }

        @Override
        public boolean call(Pointer ignored, int words) {
            progress.tick();
            return false;
        }
    }
}
