/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.documents.format.DocumentFormat;
import io.tessera.documents.page.PageSource;
import io.tessera.documents.page.SourcePage;
import io.tessera.documents.source.CachedSource;
import io.tessera.documents.source.PdfBytes;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * A PDF, read at random from its source. Scripts, forms in XML, attachments and whatever lies
 * outside the file are never looked at.
 */
public final class PdfSource implements PageSource {
    private final PDDocument document;
    private final PageTree tree;
    private final Options options;
    private final PictureLimits limits;
    private final List<String> warnings;
    private final WatchfulRenderer renderer;
    private final PageDigests digests = new PageDigests();

    private PdfSource(PDDocument document, PageTree tree, Options options, List<String> warnings) {
        this.document = document;
        this.tree = tree;
        this.options = options;
        this.warnings = List.copyOf(warnings);
        limits = PictureLimits.of(options);
        renderer = new WatchfulRenderer(document, limits);
    }

    /**
     * Opens a PDF with the empty password, then with {@code password}.
     *
     * @throws InputFailure ENCRYPTED, REFUSED_LIMIT, EMPTY or CORRUPT
     */
    public static PdfSource open(
            CachedSource source, Options options, @Nullable String password, Progress progress)
            throws InputFailure, IOException {
        FontCache.prepare();
        List<String> warnings = new ArrayList<>(PdfSoundness.repairs(source));
        PDDocument document = unlock(source, options, password);
        try {
            int most = options.get(TesseraOptions.LIMIT_PAGES);
            PageTree tree = PageTree.flatten(document, most, progress);
            refuse(tree, most, !warnings.isEmpty());
            if (tree.damage() != null) {
                warnings.add(tree.damage());
            }
            return new PdfSource(document, tree, options, warnings);
        } catch (InputFailure | RuntimeException | StackOverflowError e) {
            document.close();
            throw e;
        }
    }

    private static PDDocument unlock(
            CachedSource source, Options options, @Nullable String password)
            throws InputFailure, IOException {
        try {
            return load(source, options, "");
        } catch (InvalidPasswordException e) {
            if (password == null || password.isEmpty()) {
                throw encrypted(
                        Code.PASSWORD_NEEDED,
                        "document is locked and no password was given; give it with"
                                + " --password-file");
            }
        }
        try {
            return load(source, options, password);
        } catch (InvalidPasswordException e) {
            throw encrypted(
                    Code.WRONG_PASSWORD,
                    "the password that was given does not open the document; check it");
        }
    }

    private static PDDocument load(CachedSource source, Options options, String password)
            throws IOException {
        long most = options.get(TesseraOptions.LIMIT_INFLATED_BYTES);
        return Loader.loadPDF(
                new PdfBytes(source),
                password,
                MemoryUsageSetting.setupMainMemoryOnly(most).streamCache);
    }

    private static InputFailure encrypted(Code code, String message) {
        return new InputFailure(InputState.ENCRYPTED, code, message);
    }

    private static void refuse(PageTree tree, int most, boolean repaired) throws InputFailure {
        if (tree.declared() > most || tree.slots().size() > most) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_PAGES,
                    "document announces %d pages, the limit is %d; raise limit.pages"
                            .formatted(tree.declared(), most));
        }
        if (tree.declared() == 0) {
            throw repaired || tree.damage() != null
                    ? new InputFailure(
                            InputState.CORRUPT,
                            Code.NO_PAGES,
                            "no page was left after the file was repaired; send it again")
                    : new InputFailure(InputState.EMPTY, Code.NO_PAGES, "document has no pages");
        }
    }

    @Override
    public DocumentProbe probe() {
        return new DocumentProbe(
                DocumentFormat.PDF.mediaType(),
                Math.toIntExact(tree.declared()),
                document.isEncrypted());
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public SourcePage page(int number, Progress progress) throws InputFailure, IOException {
        int slot = number <= tree.slots().size() ? tree.slots().get(number - 1) : -1;
        if (slot < 0) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.PAGE_UNREADABLE,
                    "page %d is announced and is not there; send the document again"
                            .formatted(number));
        }
        PDPage page = document.getPage(slot);
        long most = options.get(TesseraOptions.LIMIT_INFLATED_BYTES);
        ContentStreams streams = ContentStreams.check(page.getCOSObject(), most, progress);
        if (streams.present() == 0 && !streams.missing().isEmpty()) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.PAGE_UNREADABLE,
                    "content of page %d is not there; send the document again".formatted(number));
        }
        return new PdfPage(page, slot, streams, renderer, limits, progress);
    }

    @Override
    public Optional<String> digest(int number, boolean rough, Progress progress)
            throws IOException {
        int slot = number <= tree.slots().size() ? tree.slots().get(number - 1) : -1;
        return slot < 0
                ? Optional.empty()
                : Optional.of(digests.of(document.getPage(slot).getCOSObject(), rough, progress));
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing a document in memory failed", e);
        }
    }
}
