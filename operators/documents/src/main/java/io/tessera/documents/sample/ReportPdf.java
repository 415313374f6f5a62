/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;

/** Writes the sample report as a PDF with fixed identifiers and no dates. */
final class ReportPdf {
    private static final long DOCUMENT_ID = 20_250_101L;
    private static final int KEY_BITS = 128;

    private ReportPdf() {}

    static byte[] write(@Nullable String password) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(ReportText.TITLE);
            document.setDocumentInformation(about);
            document.getDocumentCatalog().setLanguage("en-GB");
            ReportPages.add(document);
            if (password != null) {
                lock(document, password);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static void lock(PDDocument document, String password) throws IOException {
        // Without one the library makes an identifier of the time of day.
        COSArray identifier = new COSArray();
        identifier.add(new COSString(ReportText.TITLE));
        identifier.add(new COSString(ReportText.TITLE));
        document.getDocument().setDocumentID(identifier);
        StandardProtectionPolicy policy =
                new StandardProtectionPolicy(password + "-owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(KEY_BITS);
        policy.setPreferAES(true);
        document.protect(policy);
        document.getEncryption().getSecurityHandler().setCustomSecureRandom(new FixedRandom());
    }
}
