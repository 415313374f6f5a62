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
import io.tessera.v1.UnitSpec;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/** Prints what each named file comes to, page by page, with the CPU time it took. */
final class Survey {
    private Survey() {}

    public static void main(String[] arguments) throws Exception {
        boolean text = Boolean.getBoolean("text");
        int most = Integer.getInteger("pages", 4);
        for (String name : arguments) {
            survey(Path.of(name), text, most);
        }
    }

    private static void survey(Path file, boolean text, int most) throws Exception {
        long begin = cpu();
        try (FileByteSource bytes = new FileByteSource(file);
                InputReader reader =
                        new DocumentOpener()
                                .open(bytes, Options.parse(Map.of()), null, Progress.NONE)) {
            InputPlan plan = reader.plan(Progress.NONE);
            System.out.printf(
                    "%s: %s units=%d warnings=%s %.3fs%n",
                    file.getFileName(),
                    plan.getDocument(),
                    plan.getUnits().size(),
                    plan.getWarnings(),
                    (cpu() - begin) / 1e9);
            for (UnitSpec unit :
                    plan.getUnits().subList(0, Math.min(most, plan.getUnits().size()))) {
                long start = cpu();
                UnitReading reading =
                        reader.read(unit, HeapRegion.ofCapacity(1 << 26), Progress.NONE);
                print(reading, (cpu() - start) / 1e9, text);
            }
        } catch (InputFailure e) {
            System.out.printf(
                    "%s: %s %s %s %.3fs%n",
                    file.getFileName(), e.state(), e.code(), e.getMessage(), (cpu() - begin) / 1e9);
        }
    }

    private static void print(UnitReading reading, double seconds, boolean text) {
        var facts = reading.getPage();
        if (facts == null) {
            System.out.printf(
                    "  %s %s %s %s %.3fs%n",
                    reading.getUnit(),
                    reading.getState(),
                    reading.getCode(),
                    reading.getReason(),
                    seconds);
            return;
        }
        System.out.printf(
                "  %s %s %s rot=%d dpi=%s conf=%s words=%d ink=%s img=%d codes=%s missing=%s"
                        + " %.0fx%.0f dup=%.8s %.3fs%n",
                reading.getUnit(),
                reading.getState(),
                facts.getSource(),
                facts.getRotation(),
                facts.getDpi(),
                facts.getConfidence(),
                facts.getWords().size(),
                facts.getInk(),
                facts.getImages(),
                facts.getCodes(),
                reading.getMissing(),
                facts.getWidth(),
                facts.getHeight(),
                reading.getContentSha256(),
                seconds);
        if (text) {
            System.out.println(facts.getText().indent(6));
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
