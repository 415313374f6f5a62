/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.planned;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as it is shipped, with its standard limits. */
class DocumentWorkerTest {
    private static final String TEXT = "Every parser of outside bytes works here";

    @TempDir Path folder;

    @Test
    void readsThePagesOfADocument() throws Exception {
        Path file = Files.write(folder.resolve("file"), pdf(TEXT));
        Path bad = Files.write(folder.resolve("bad"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        try (ProcessWorkerPool pool = new ProcessWorkerPool(PoolSettings.of(1, Options.DEFAULTS))) {
            Planned planned = planned(pool.plan(input("good", file)));
            assertThat(planned.plan().getState()).as(planned.plan().getReason()).isNull();
            UnitSpec unit = planned.plan().getUnits().get(0);
            try (UnitResult result = read(pool.read(input("good", file), unit))) {
                assertThat(result.reading().getState())
                        .as(result.reading().getReason())
                        .isEqualTo(UnitState.RECOGNISED);
                assertThat(result.reading().getPage().getText()).contains(TEXT);
                assertThat(result.attempts()).isOne();
            }
            assertThat(planned(pool.plan(input("bad", bad))).plan().getState())
                    .isIn(InputState.UNSUPPORTED, InputState.CORRUPT);
            assertThat(pool.counters().crashes()).isZero();
        }
    }

    private static SpooledInput input(String id, Path file) {
        return new SpooledInput(id, Kind.DOCUMENT, file, Options.DEFAULTS, null);
    }

    /** A page with one line, and a cross-reference table that is right. */
    private static byte[] pdf(String line) {
        String content = "BT /F1 18 Tf 72 700 Td (" + line + ") Tj ET";
        List<String> objects =
                List.of(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                                + "/Resources<</Font<</F1 5 0 R>>>>>>",
                        "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(pdf.length());
            pdf.append(offsets.size()).append(" 0 obj").append(object).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
