/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.leaf;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.Caption;
import io.tessera.v1.Kind;
import io.tessera.v1.Page;
import io.tessera.v1.UnitState;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * The content record of a unit: a page or a caption, exactly one of which is there.
 *
 * @param page of a document
 * @param caption of a video
 */
public record UnitLeaf(@Nullable Page page, @Nullable Caption caption) {
    /** Largest leaf that is taken for one. */
    public static final long LONGEST = 64L << 20;

    public UnitLeaf {
        if ((page == null) == (caption == null)) {
            throw new IllegalArgumentException("a unit is a page or a chunk");
        }
    }

    /** The record in {@code leaf} if it is one of {@code item}, else empty. */
    public static Optional<UnitLeaf> decode(Kind kind, String item, byte[] leaf) {
        try {
            UnitLeaf unit =
                    kind == Kind.VIDEO
                            ? new UnitLeaf(null, Leaf.decode(leaf, Caption.class))
                            : new UnitLeaf(Leaf.decode(leaf, Page.class), null);
            return unit.item().equals(item) ? Optional.of(unit) : Optional.empty();
        } catch (UndecodableRecord e) {
            return Optional.empty();
        }
    }

    public byte[] encode() {
        return Leaf.encode(record());
    }

    public SpecificRecordBase record() {
        return page != null ? page : requireNonNull(caption);
    }

    public String item() {
        return page != null
                ? Identity.item(
                        page.getTenant(), page.getPipelineId(), page.getInputId(), page.getUnit())
                : Identity.item(
                        requireCaption().getTenant(),
                        requireCaption().getPipelineId(),
                        requireCaption().getInputId(),
                        requireCaption().getUnit());
    }

    public UnitState state() {
        return page != null ? page.getState() : requireCaption().getState();
    }

    public @Nullable String code() {
        return page != null ? page.getCode() : requireCaption().getCode();
    }

    public @Nullable String reason() {
        return page != null ? page.getReason() : requireCaption().getReason();
    }

    /** What of the unit is missing or flagged. */
    public List<String> missing() {
        return page != null ? page.getMissing() : requireCaption().getMissing();
    }

    /** The text or caption; null where there is none. */
    public @Nullable String text() {
        return page != null ? page.getText() : requireCaption().getCaption();
    }

    public Page requirePage() {
        return requireNonNull(page, "unit is no page");
    }

    public Caption requireCaption() {
        return requireNonNull(caption, "unit is no chunk");
    }
}
