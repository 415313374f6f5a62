/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.identity.Identity;
import io.tessera.contract.option.PageSelection;
import io.tessera.v1.MediaReference;
import org.jspecify.annotations.Nullable;

/**
 * One input as one request reads it. It travels with every element, so it stays under 1 KB.
 *
 * @param request what was asked
 * @param inputId identity of the input
 * @param pipelineId identity of everything that can change its result
 * @param revision 0, or the request's timestamp where something is read anew; the highest counts
 * @param length bytes that were read; null where none were had
 * @param sha256 of those bytes; null where none were had
 */
public record InputRef(
        AcceptedRequest request,
        String inputId,
        String pipelineId,
        long revision,
        @Nullable Long length,
        @Nullable String sha256) {
    public InputRef {
        requireNonNull(request, "request is null");
        requireNonNull(inputId, "inputId is null");
        requireNonNull(pipelineId, "pipelineId is null");
    }

    /** Item of one of its units. */
    public String item(String unit) {
        return Identity.item(request.tenant(), pipelineId, inputId, unit);
    }

    /** Unit that stands for all that was asked of it: the whole, or a selection of pages. */
    public String wholeUnit() {
        return Identity.wholeUnit(PageSelection.TYPE.parse(request.pages()));
    }

    /** The bytes as content: length and digest, without the place, which is circumstance. */
    public MediaReference media() {
        return new MediaReference("", length, sha256, null);
    }
}
