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
import java.util.Optional;

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

    /**
     * A digest of what page {@code number} is made of, equal where two pages of this document are
     * the same by construction; empty where that cannot be told.
     *
     * @param rough cheaply, from sizes and the like: equal pages have equal rough digests, but not
     *     the other way round
     */
    Optional<String> digest(int number, boolean rough, Progress progress) throws IOException;

    @Override
    void close();
}
