/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.v1.Kind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one job of a run is to read.
 *
 * @param kind which job
 * @param options what it reads with
 * @param inputs what it reads, in order
 * @param pages pages of a document that are wanted
 * @param passwordFile file whose first line opens locked inputs
 */
public record JobRequest(
        Kind kind,
        Options options,
        List<NamedInput> inputs,
        PageSelection pages,
        @Nullable Path passwordFile) {
    public JobRequest {
        requireNonNull(kind, "kind is null");
        requireNonNull(options, "options is null");
        requireNonNull(pages, "pages is null");
        inputs = List.copyOf(inputs);
    }
}
