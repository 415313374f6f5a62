/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.InputOpener;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.documents.format.DocumentFormat;
import io.tessera.documents.format.FormatSniffer;
import io.tessera.documents.image.ImageSource;
import io.tessera.documents.page.PageSource;
import io.tessera.documents.pdf.PdfSource;
import io.tessera.documents.source.CachedSource;
import io.tessera.v1.InputState;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents: PDF, TIFF, PNG, JPEG, WebP, GIF, BMP and JPEG 2000, told by their leading bytes.
 *
 * <p>Everything here parses outside bytes and may hang, exhaust the heap or, in its native
 * libraries, end the process: run it in a worker.
 */
public final class DocumentOpener implements InputOpener {
    @Override
    public InputReader open(
            ByteSource bytes, Options options, @Nullable String password, Progress progress)
            throws InputFailure {
        CachedSource source = new CachedSource(bytes);
        try {
            DocumentFormat format = FormatSniffer.sniff(source);
            progress.tick();
            PageSource pages =
                    format == DocumentFormat.PDF
                            ? PdfSource.open(source, options, password, progress)
                            : ImageSource.open(format, source, options);
            return new DocumentReader(bytes, pages, options);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.UNREADABLE,
                    "document cannot be opened (%s); send it again".formatted(e),
                    e);
        }
    }
}
