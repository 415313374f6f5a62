/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every real document comes to, sound and damaged, as {@code states.tsv} plans it: one line a
 * file with the state of the input, its code, the pages that it announces, how many of the first
 * pages are read here, and what those come to.
 */
class StatesOfRealDocumentsTest {
    record Planned(
            String file,
            String state,
            String code,
            int pages,
            int read,
            String units,
            int warnings) {
        @Override
        public String toString() {
            return file + " is " + state;
        }
    }

    static Stream<Planned> planned() throws IOException {
        try (InputStream in = StatesOfRealDocumentsTest.class.getResourceAsStream("states.tsv")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return table.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(StatesOfRealDocumentsTest::parse);
        }
    }

    private static Planned parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Planned(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                cells[5],
                Integer.parseInt(cells[6]));
    }

    @ParameterizedTest
    @MethodSource("planned")
    void comesToItsPlannedState(Planned planned) throws IOException {
        var file = SharedDocuments.file(planned.file());
        try {
            Readings read = Readings.of(file, Options.DEFAULTS, null, planned.read());

            assertThat(read.plan().getDocument().getPagesDeclared()).isEqualTo(planned.pages());
            assertThat(read.plan().getUnits()).hasSize(planned.pages());
            assertThat(units(read.pages())).isEqualTo(planned.units());
            assertThat(state(read.pages())).isEqualTo(planned.state());
            assertThat(read.plan().getWarnings()).hasSize(planned.warnings());
        } catch (InputFailure failure) {
            assertThat(failure.state().name()).as(failure.getMessage()).isEqualTo(planned.state());
            assertThat(failure.code().name()).isEqualTo(planned.code());
            assertThat(planned.pages()).isZero();
        }
    }

    private static String units(List<UnitReading> pages) {
        long recognised = count(pages, UnitState.RECOGNISED);
        long blank = count(pages, UnitState.BLANK);
        long refused = count(pages, UnitState.REFUSED);
        long failed = count(pages, UnitState.FAILED);
        long flagged = pages.stream().filter(page -> !page.getMissing().isEmpty()).count();
        return "%d+%d+%d+%d, %d flagged".formatted(recognised, blank, refused, failed, flagged);
    }

    private static long count(List<UnitReading> pages, UnitState state) {
        return pages.stream().filter(page -> page.getState() == state).count();
    }

    /** The input's state as its units decide it. */
    private static String state(List<UnitReading> pages) {
        long delivered = count(pages, UnitState.RECOGNISED) + count(pages, UnitState.BLANK);
        if (delivered == 0) {
            boolean refused = count(pages, UnitState.REFUSED) == pages.size();
            return refused ? "REFUSED_LIMIT" : "CORRUPT";
        }
        boolean whole = pages.stream().allMatch(page -> page.getMissing().isEmpty());
        return delivered == pages.size() && whole ? "OK" : "PARTIAL";
    }
}
