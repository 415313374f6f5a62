/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.models.torch.Precision;
import java.util.ArrayList;
import java.util.List;

/** The checks of every kind of case. */
public final class ModelKinds {
    private ModelKinds() {}

    /**
     * Checks of imaging, tokenizers, prompts and models, which share loaded checkpoints; closing
     * the first that needs them frees them.
     *
     * @param precision in which models are loaded; FP32 is what the tolerances of cases are for
     * @param chunk rows of a prompt that are read at once
     */
    public static List<CaseKind> all(Precision precision, int chunk) {
        LoadedModels models = new LoadedModels(precision);
        List<CaseKind> kinds = new ArrayList<>(Verifier.imagingKinds());
        kinds.add(new TokenizeKind());
        kinds.add(new PositionsKind());
        kinds.add(new PromptKind(models));
        kinds.add(new VisionKind(models));
        kinds.add(new PrefillKind(models));
        kinds.add(new DecodeKind(models));
        kinds.add(new GenerateKind(models, chunk));
        return List.copyOf(kinds);
    }
}
