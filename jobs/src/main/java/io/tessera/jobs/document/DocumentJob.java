/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.document;

import io.tessera.jobs.cli.JobCommand;
import io.tessera.v1.Kind;

/** The document job on a cluster; {@code --help} states its arguments. */
public final class DocumentJob {
    private DocumentJob() {}

    public static void main(String[] arguments) {
        JobCommand.main(Kind.DOCUMENT, arguments);
    }
}
