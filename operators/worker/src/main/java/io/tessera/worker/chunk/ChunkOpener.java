/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.InputOpener;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.video.VideoSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens videos, whose units are chunks. A password is not used: no container here has one. */
public final class ChunkOpener implements InputOpener {
    /**
     * {@inheritDoc}
     *
     * @throws InputFailure also UNSUPPORTED where the language of on-screen text has no trained
     *     data
     */
    @Override
    public InputReader open(
            ByteSource bytes, Options options, @Nullable String password, Progress progress)
            throws InputFailure {
        Path tessdata = options.find(TesseraOptions.TESSDATA).map(Path::of).orElse(null);
        TextRecogniser recogniser =
                TextRecogniser.forLanguage(options.get(TesseraOptions.LANGUAGE), tessdata);
        return new ChunkReader(VideoSource.open(bytes, options, progress), recogniser);
    }
}
