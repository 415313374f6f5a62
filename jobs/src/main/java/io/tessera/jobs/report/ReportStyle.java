/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import io.tessera.contract.codec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The style sheet of the page, and the policy that allows it and nothing else. */
final class ReportStyle {
    private final String css;

    private ReportStyle(String css) {
        this.css = css;
    }

    static ReportStyle load() throws IOException {
        try (InputStream in = ReportStyle.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("report.css is not on the class path");
            }
            return new ReportStyle(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String css() {
        return css;
    }

    /**
     * A policy under which nothing is fetched, nothing runs and no form is sent; pictures are those
     * in the page, and of styles this sheet alone, told by its digest.
     */
    String policy() {
        byte[] digest = Digests.newSha256().digest(css.getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(Base64.getEncoder().encodeToString(digest));
    }
}
