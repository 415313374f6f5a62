/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import io.tessera.models.torch.Rows;
import io.tessera.models.torch.TorchDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Embeddings of a stretch of a prompt. */
final class PromptRows {
    private PromptRows() {}

    /** Rows from position {@code from}, {@code count} of them; the caller closes each. */
    static List<Rows> of(TorchDecoder decoder, List<PromptPart> parts, int from, int count) {
        List<Rows> rows = new ArrayList<>();
        int start = 0;
        for (PromptPart part : parts) {
            int first = Math.max(from, start) - start;
            int last = Math.min(from + count, start + part.count()) - start;
            if (first < last) {
                Rows image = part.rows();
                rows.add(
                        image == null
                                ? decoder.embed(Arrays.copyOfRange(part.ids(), first, last))
                                : image.slice(first, last));
            }
            start += part.count();
        }
        return rows;
    }

    /** Positions at which two prompts are equal from the start. */
    static int shared(List<PromptPart> a, List<PromptPart> b) {
        int shared = 0;
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (a.get(i).equals(b.get(i))) {
                shared += a.get(i).count();
                continue;
            }
            int[] left = a.get(i).ids();
            int[] right = b.get(i).ids();
            int equal = Arrays.mismatch(left, right);
            return shared + Math.max(0, equal);
        }
        return shared;
    }
}
