/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.family.FamilyModel;
import io.tessera.models.generate.GenerationOptions;
import io.tessera.models.generate.Hypothesis;
import io.tessera.models.schedule.GenerationRequest;
import io.tessera.models.schedule.PromptPart;
import io.tessera.models.schedule.SchedulerSettings;
import io.tessera.models.schedule.StepScheduler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Whole answers, greedy and by beams, through the scheduler that serves requests. */
final class GenerateKind implements CaseKind {
    private static final double TIE = 1e-3;
    private static final double MARGIN_TOLERANCE = 5e-4;
    private static final double SCORE_TOLERANCE = 1e-4;

    private final LoadedModels models;
    private final int chunk;

    /**
     * Takes the checkpoints.
     *
     * @param chunk rows of a prompt that are read at once
     */
    GenerateKind(LoadedModels models, int chunk) {
        this.models = models;
        this.chunk = chunk;
    }

    @Override
    public String kind() {
        return "generate";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        FamilyModel model = models.of(recorded);
        JsonNode mode = recorded.json().path("mode");
        List<PromptPart> parts = models.parts(recorded);
        int beams = mode.path("beams").asInt(1);
        Hypothesis answer = answer(recorded, model, parts, beams);
        Set<Integer> stops = model.template().stops();
        compare(
                findings,
                unified(answer.ids(), stops, beams),
                unified(
                        java.util.Arrays.stream(Numbers.ints(recorded.expect().path("ids")))
                                .boxed()
                                .toList(),
                        stops,
                        beams),
                firstTie(recorded.expect().path("margins")));
        int[] ids = answer.ids().stream().mapToInt(Integer::intValue).toArray();
        if (firstTie(recorded.expect().path("margins")) == Integer.MAX_VALUE) {
            findings.same("finish", answer.finish(), recorded.expect().path("finish").asText());
            findings.same(
                    "text", model.template().answer(ids), recorded.expect().path("text").asText());
        }
        if (beams == 1) {
            margins(findings, answer.margins(), recorded.expect().path("margins"));
        }
        if (recorded.expect().has("score")) {
            findings.close(
                    "score",
                    answer.score(),
                    recorded.expect().path("score").asDouble(),
                    SCORE_TOLERANCE);
        }
    }

    private Hypothesis answer(
            RecordedCase recorded, FamilyModel model, List<PromptPart> parts, int beams)
            throws Exception {
        JsonNode mode = recorded.json().path("mode");
        GenerationRequest request =
                new GenerationRequest(
                        parts,
                        GenerationOptions.beams(
                                beams,
                                mode.path("repetition_penalty").asDouble(1),
                                mode.path("max_new_tokens").asInt()),
                        model.template().stops(),
                        model.penalised(models.prompt(recorded)),
                        recorded.id(),
                        id -> {});
        SchedulerSettings settings = new SchedulerSettings(8L << 30, chunk, 1);
        try (StepScheduler scheduler = new StepScheduler(model.decoder(), settings)) {
            return scheduler.submit(request).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Beam search of the library writes the first stop id, whichever closed the hypothesis. */
    private static List<Integer> unified(List<Integer> ids, Set<Integer> stops, int beams) {
        return beams == 1
                ? ids
                : ids.stream().map(id -> stops.contains(id) ? Integer.valueOf(-1) : id).toList();
    }

    /** The first step at which best and second are so near that either may be taken. */
    private static int firstTie(JsonNode margins) {
        for (int i = 0; i < margins.size(); i++) {
            if (margins.get(i).asDouble() < TIE) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static void compare(
            Findings findings, List<Integer> got, List<Integer> expected, int until) {
        for (int i = 0; i < Math.min(until, Math.max(got.size(), expected.size())); i++) {
            Integer one = i < got.size() ? got.get(i) : null;
            Integer other = i < expected.size() ? expected.get(i) : null;
            if (one == null || !one.equals(other)) {
                findings.fault("id %d is %s, recorded %s".formatted(i, one, other));
                return;
            }
        }
    }

    private static void margins(Findings findings, List<Double> got, JsonNode expected) {
        for (int i = 0; i < Math.min(got.size(), expected.size()); i++) {
            double margin = expected.get(i).asDouble();
            if (margin < TIE) {
                return;
            }
            findings.close("margin of step " + i, got.get(i), margin, MARGIN_TOLERANCE);
        }
    }
}
