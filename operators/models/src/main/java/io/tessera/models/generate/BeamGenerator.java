/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import io.tessera.models.generate.Decision.Continuation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Beam search as transformers 4.37 does it (length penalty 1, no early stopping): the candidates of
 * a step are the best {@code max(2, 1 + stops) * beams} sums; a stop id among the first {@code
 * beams} closes a hypothesis with its mean, others go on until there are {@code beams} of them; it
 * ends when {@code beams} are closed and none that is live can beat the worst of them.
 */
final class BeamGenerator implements Generator {
    private final GenerationOptions options;
    private final Set<Integer> stops;
    private List<Beam> beams = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private int steps;

    private record Beam(List<Integer> ids, double sum, RepetitionPenalty penalty) {}

    private record Closed(List<Integer> ids, double mean) {}

    private record Candidate(int beam, int id, double sum) {}

    BeamGenerator(GenerationOptions options, Set<Integer> stops, int... before) {
        this.options = options;
        this.stops = Set.copyOf(stops);
        beams.add(
                new Beam(List.of(), 0, new RepetitionPenalty(options.repetitionPenalty(), before)));
    }

    @Override
    public Decision decide(float[][] logits) {
        steps++;
        List<Candidate> candidates = candidates(logits);
        List<Candidate> live = new ArrayList<>();
        for (int rank = 0; rank < candidates.size() && live.size() < width(); rank++) {
            Candidate candidate = candidates.get(rank);
            if (!stops.contains(candidate.id)) {
                live.add(candidate);
            } else if (rank < width()) {
                close(candidate);
            }
        }
        double bestPossible = candidates.get(0).sum / steps;
        if (closed.size() >= width() && closed.get(closed.size() - 1).mean >= bestPossible) {
            return done();
        }
        if (steps == options.maxNewTokens()) {
            live.forEach(this::close);
            return done();
        }
        List<Continuation> next = new ArrayList<>();
        List<Beam> following = new ArrayList<>();
        for (Candidate candidate : live) {
            RepetitionPenalty penalty = beams.get(candidate.beam).penalty.copy();
            penalty.add(candidate.id);
            following.add(new Beam(ids(candidate), candidate.sum, penalty));
            next.add(new Continuation(candidate.beam, candidate.id));
        }
        beams = following;
        return new Decision(next, null);
    }

    private List<Candidate> candidates(float[][] logits) {
        int wanted = Math.max(2, 1 + stops.size()) * width();
        List<Candidate> all = new ArrayList<>();
        for (int b = 0; b < beams.size(); b++) {
            float[] scores = logits[b];
            Scores.logSoftmax(scores);
            beams.get(b).penalty.apply(scores);
            for (int id : TopK.of(scores, wanted)) {
                all.add(new Candidate(b, id, scores[id] + (float) beams.get(b).sum));
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::sum).reversed());
        return all.subList(0, Math.min(wanted, all.size()));
    }

    private void close(Candidate candidate) {
        closed.add(new Closed(ids(candidate), candidate.sum / steps));
        closed.sort(Comparator.comparingDouble(Closed::mean).reversed());
        if (closed.size() > width()) {
            closed.remove(closed.size() - 1);
        }
    }

    private List<Integer> ids(Candidate candidate) {
        List<Integer> ids = new ArrayList<>(beams.get(candidate.beam).ids);
        ids.add(candidate.id);
        return ids;
    }

    private Decision done() {
        Closed best = closed.get(0);
        int last = best.ids.get(best.ids.size() - 1);
        String finish = stops.contains(last) ? Hypothesis.STOP : Hypothesis.LENGTH;
        return Decision.done(new Hypothesis(best.ids, finish, List.of(), best.mean));
    }

    @Override
    public int width() {
        return options.beams();
    }
}
