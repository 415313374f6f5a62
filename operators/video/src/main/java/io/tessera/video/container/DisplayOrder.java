/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Numbers the pictures of a stream without times in display order, from their picture order counts.
 * A picture's number is known once no later one can precede it, which is bounded by the decoded
 * picture buffer of 16 pictures (ITU-T H.264 A.3.1), or once numbering begins anew.
 *
 * @param <T> what waits for its number
 */
final class DisplayOrder<T> {
    /** A picture that has got its number. */
    record Numbered<T>(T item, long ordinal) {}

    private record Waiting<T>(T item, int order, boolean restart) {}

    private static final int WINDOW = 17;

    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private final Deque<Integer> passed = new ArrayDeque<>();
    private long base;
    private long settled;

    /** Begins at a picture with the given number; whatever waits is dropped. */
    void restartAt(long ordinal) {
        waiting.clear();
        passed.clear();
        base = ordinal;
        settled = 0;
    }

    void add(T item, int order, boolean restart) {
        waiting.add(new Waiting<>(item, order, restart));
    }

    /** Whether the first picture that waits can be numbered; {@code ended}: no more will come. */
    boolean ready(boolean ended) {
        return !waiting.isEmpty() && (ended || waiting.size() > WINDOW);
    }

    /** The first of those that wait; {@link #ready} says when. */
    Numbered<T> take() {
        Waiting<T> next = waiting.remove();
        if (next.restart && settled + passed.size() > 0) {
            base += settled + passed.size();
            settled = 0;
            passed.clear();
        }
        long ordinal = base + settled;
        for (int order : passed) {
            ordinal += order < next.order ? 1 : 0;
        }
        for (Waiting<T> other : waiting) {
            if (other.restart) {
                break;
            }
            ordinal += other.order < next.order ? 1 : 0;
        }
        passed.add(next.order);
        if (passed.size() > 2 * WINDOW) {
            passed.remove();
            settled++;
        }
        return new Numbered<>(next.item, ordinal);
    }
}
