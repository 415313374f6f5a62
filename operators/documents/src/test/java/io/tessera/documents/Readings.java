/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.FileByteSource;
import io.tessera.contract.input.HeapRegion;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document read as a worker reads it.
 *
 * @param plan of the whole
 * @param pages the readings of its first pages
 */
record Readings(InputPlan plan, List<UnitReading> pages) {
    private static final int REGION_BYTES = 64 << 20;

    static Readings of(Path file) throws IOException, InputFailure {
        return of(file, Options.DEFAULTS, null, Integer.MAX_VALUE);
    }

    static Readings of(Path file, Options options, @Nullable String password, int most)
            throws IOException, InputFailure {
        try (InputReader reader = open(file, options, password)) {
            InputPlan plan = reader.plan(Progress.NONE);
            HeapRegion region = HeapRegion.ofCapacity(REGION_BYTES);
            List<UnitReading> pages = new ArrayList<>();
            for (var unit : plan.getUnits().subList(0, Math.min(most, plan.getUnits().size()))) {
                pages.add(reader.read(unit, region, Progress.NONE));
                region = HeapRegion.ofCapacity(REGION_BYTES);
            }
            return new Readings(plan, pages);
        }
    }

    private static InputReader open(Path file, Options options, @Nullable String password)
            throws IOException, InputFailure {
        FileByteSource bytes = new FileByteSource(file);
        try {
            return new DocumentOpener().open(bytes, options, password, Progress.NONE);
        } catch (InputFailure e) {
            bytes.close();
            throw e;
        }
    }

    String text(int page) {
        return pages.get(page - 1).getPage().getText();
    }
}
