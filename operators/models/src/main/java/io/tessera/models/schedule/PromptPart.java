/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import io.tessera.models.torch.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a prompt: ids, or the rows of an image.
 *
 * @param ids token ids; empty for an image
 * @param rows rows of an image, which whoever made them goes on owning; null for ids
 * @param key what an image is told by, e.g. its digest and how it was cut; null for ids
 */
@SuppressWarnings("ArrayRecordComponent")
public record PromptPart(int[] ids, @Nullable Rows rows, @Nullable String key) {
    public PromptPart {
        ids = ids.clone();
        if ((rows == null) != (key == null) || (rows == null) == (ids.length == 0)) {
            throw new IllegalArgumentException("a part is either ids or the rows of an image");
        }
    }

    public static PromptPart text(int... ids) {
        return new PromptPart(ids, null, null);
    }

    public static PromptPart image(Rows rows, String key) {
        return new PromptPart(new int[0], rows, key);
    }

    @Override
    public int[] ids() {
        return ids.clone();
    }

    /** Positions that it takes. */
    public int count() {
        return rows == null ? ids.length : rows.count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptPart part
                && Arrays.equals(part.ids, ids)
                && java.util.Objects.equals(part.key, key);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + java.util.Objects.hashCode(key);
    }

    @Override
    public String toString() {
        return key == null ? ids.length + " ids" : count() + " rows of " + key;
    }
}
