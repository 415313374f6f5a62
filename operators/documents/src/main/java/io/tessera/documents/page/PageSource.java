/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.DocumentProbe;
import java.io.IOException;
import java.util.List;

/** An opened document of any format. Used by one thread. */
public interface PageSource extends AutoCloseable {
    /** What the document says of itself. Every page it announces can be asked for. */
    DocumentProbe probe();

    /** Repairs that lost nothing. */
    List<String> warnings();

    /**
     * One page, counted from 1.
     *
     * @throws InputFailure where this page cannot be read: REFUSED_LIMIT, UNSUPPORTED or CORRUPT
     */
    SourcePage page(int number, Progress progress) throws InputFailure, IOException;

    @Override
    void close();
}
