/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.List;

/**
 * What was generated.
 *
 * @param ids in order, the closing stop id included
 * @param finish stop or length
 * @param margins greedy: best minus second score at each step, after the penalty; otherwise empty
 * @param score of beam search: sum of log-probabilities by length; otherwise 0
 */
public record Hypothesis(List<Integer> ids, String finish, List<Double> margins, double score) {
    public static final String STOP = "stop";
    public static final String LENGTH = "length";

    public Hypothesis {
        ids = List.copyOf(ids);
        margins = List.copyOf(margins);
    }
}
