/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Byte-pair merging over the characters of a text: the adjacent pair of best rank first, leftmost
 * among equals, until no pair may merge. Atoms never merge.
 */
final class PieceMerger {
    /** Ranks pairs: the lower the earlier; {@link #NEVER} where the two may not merge. */
    interface Ranking {
        double rank(String merged);
    }

    static final double NEVER = Double.POSITIVE_INFINITY;

    /** Where symbols begin; the end of one is the start of the next. */
    private final int[] starts;

    private final boolean[] atom;
    private final int[] before;
    private final int[] after;
    private final String text;
    private final Ranking ranking;
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

    private record Candidate(double rank, int left, int right, int length)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byRank = Double.compare(rank, other.rank);
            return byRank != 0 ? byRank : Integer.compare(left, other.left);
        }
    }

    /**
     * Prepares to merge.
     *
     * @param starts where each symbol begins in the text, and as a last entry the text's length
     * @param atom which symbols never merge
     */
    PieceMerger(String text, int[] starts, boolean[] atom, Ranking ranking) {
        this.text = text;
        this.starts = starts;
        this.atom = atom;
        this.ranking = ranking;
        int count = atom.length;
        before = new int[count];
        after = new int[count];
        for (int i = 0; i < count; i++) {
            before[i] = i - 1;
            after[i] = i + 1 < count ? i + 1 : -1;
        }
    }

    /** Merges and hands on the index of each remaining symbol, left to right. */
    void merge(IntConsumer symbols) {
        int count = atom.length;
        if (count == 0) {
            return;
        }
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = starts[i + 1] - starts[i];
        }
        for (int i = 0; i + 1 < count; i++) {
            offer(i, i + 1, lengths);
        }
        while (!queue.isEmpty()) {
            Candidate next = queue.remove();
            int left = next.left;
            int right = next.right;
            boolean stale =
                    lengths[left] == 0
                            || lengths[right] == 0
                            || after[left] != right
                            || lengths[left] + lengths[right] != next.length;
            if (stale) {
                continue;
            }
            lengths[left] += lengths[right];
            lengths[right] = 0;
            after[left] = after[right];
            if (after[right] >= 0) {
                before[after[right]] = left;
            }
            offer(before[left], left, lengths);
            offer(left, after[left], lengths);
        }
        merged = Arrays.copyOf(lengths, count);
        for (int i = 0; i >= 0; i = after[i]) {
            symbols.accept(i);
        }
    }

    private int[] merged = new int[0];

    /** The text of a symbol that {@link #merge} handed on. */
    String symbol(int index) {
        return text.substring(starts[index], starts[index] + merged[index]);
    }

    private void offer(int left, int right, int[] lengths) {
        if (left < 0 || right < 0 || atom[left] || atom[right]) {
            return;
        }
        int length = lengths[left] + lengths[right];
        double rank = ranking.rank(text.substring(starts[left], starts[left] + length));
        if (rank < NEVER) {
            queue.add(new Candidate(rank, left, right, length));
        }
    }
}
