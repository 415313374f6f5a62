/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.torch.RotaryBase;
import io.tessera.models.torch.RotaryTables;
import java.util.Arrays;

/** Rotary tables below and above the position from which their base grows. */
final class PositionsKind implements CaseKind {
    private static final double BASE_TOLERANCE = 1e-9;

    private final RotaryTables tables = new RotaryTables();

    @Override
    public String kind() {
        return "positions";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        JsonNode options = recorded.json().path("options");
        JsonNode tolerance = recorded.json().path("tolerance");
        int[] lengths = Numbers.ints(recorded.json().path("lengths"));
        int dim = options.path("head_dim").asInt();
        for (int i = 0; i < lengths.length; i++) {
            double base =
                    RotaryBase.at(
                            options.path("rope_theta").asDouble(),
                            options.path("factor").asDouble(0),
                            options.path("max_position_embeddings").asInt(),
                            dim,
                            lengths[i]);
            double expected = recorded.expect().path("base").path(i).asDouble();
            findings.close(
                    "base of length " + lengths[i], base, expected, expected * BASE_TOLERANCE);
            float[] frequencies =
                    recorded.floats(recorded.expect().path("inv_freq").path(i).asText());
            if (!Arrays.equals(frequencies, tables.frequencies(base, dim))) {
                findings.fault("inv_freq of length " + lengths[i] + " differs");
            }
            int[] positions = Numbers.ints(recorded.expect().path("positions").path(i));
            float[][] got = tables.cosAndSin(base, dim, positions);
            String[] names = {"cos", "sin"};
            for (int part = 0; part < 2; part++) {
                rows(
                        findings,
                        names[part] + " of length " + lengths[i],
                        got[part],
                        recorded.floats(recorded.expect().path(names[part]).path(i).asText()),
                        positions,
                        tolerance);
            }
        }
    }

    private static void rows(
            Findings findings,
            String what,
            float[] got,
            float[] expected,
            int[] positions,
            JsonNode tolerance) {
        if (got.length != expected.length) {
            findings.fault(
                    "%s has %d numbers, recorded %d".formatted(what, got.length, expected.length));
            return;
        }
        int width = got.length / positions.length;
        for (int i = 0; i < got.length; i++) {
            double allowed =
                    tolerance.path("abs").asDouble()
                            + tolerance.path("abs_per_position").asDouble(0) * positions[i / width];
            findings.close(what + "[" + i + "]", got[i], expected[i], allowed);
        }
    }

    @Override
    public void close() {
        tables.close();
    }
}
