/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.leaf.Leaves;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import io.tessera.v1.Video;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether an input is complete: its own record is the mark, and a record that cannot be read
 * is none. Thread-safe.
 */
final class InputRecords {
    private final Leaves leaves;
    private final Kind kind;

    InputRecords(Leaves leaves, Kind kind) {
        this.leaves = leaves;
        this.kind = kind;
    }

    /** State of an input that is not to be read again, or empty where something is to be done. */
    Optional<InputState> complete(InputRef input, boolean passwordGiven) {
        if (input.request().mode() == Mode.FORCE) {
            return Optional.empty();
        }
        return find(input)
                .filter(mark -> input.request().mode() != Mode.RETRY || !mark.lostSomething())
                .filter(mark -> !passwordGiven || mark.state() != InputState.ENCRYPTED)
                .map(Mark::state);
    }

    /** Whether a record says ENCRYPTED: opening it now is a new reading of the same bytes. */
    boolean locked(InputRef input) {
        return find(input).filter(mark -> mark.state() == InputState.ENCRYPTED).isPresent();
    }

    private record Mark(InputState state, List<String> missing) {
        private static final Set<InputState> LOST =
                EnumSet.of(
                        InputState.TIMEOUT,
                        InputState.OOM,
                        InputState.CRASH,
                        InputState.MODEL_INVALID);

        /** Whether a second try may find more: the input or one of its units was lost. */
        boolean lostSomething() {
            return LOST.contains(state)
                    || missing.stream()
                            .anyMatch(
                                    line ->
                                            LOST.stream()
                                                    .anyMatch(lost -> line.endsWith(": " + lost)));
        }
    }

    private Optional<Mark> find(InputRef input) {
        return leaves.load(input.item(input.wholeUnit())).flatMap(this::read);
    }

    private Optional<Mark> read(byte[] leaf) {
        try {
            if (kind == Kind.VIDEO) {
                Video video = Leaf.decode(leaf, Video.class);
                return Optional.of(new Mark(video.getState(), video.getMissing()));
            }
            Document document = Leaf.decode(leaf, Document.class);
            return Optional.of(new Mark(document.getState(), document.getMissing()));
        } catch (UndecodableRecord e) {
            return Optional.empty();
        }
    }
}
