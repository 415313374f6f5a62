/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.v1.Kind;
import java.util.Locale;

/** The line that comes first, one a job. */
public final class RunLine {
    private RunLine() {}

    /**
     * The line of a job that begins.
     *
     * @param version of the software
     * @param command name of the command
     * @param inputs how many inputs were named
     */
    public static ObjectNode of(
            String version,
            String command,
            Kind kind,
            String pipelineId,
            Options options,
            String out,
            int inputs) {
        ObjectNode line =
                Json.line("run")
                        .put("version", version)
                        .put("command", command)
                        .put("job", kind.name().toLowerCase(Locale.ROOT))
                        .put("pipelineId", pipelineId)
                        .put("engine", options.get(TesseraOptions.ENGINE))
                        .put("out", out)
                        .put("inputs", inputs);
        ObjectNode limits = Json.object();
        options.toMap()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith("limit.")) {
                                limits.put(key, value);
                            }
                        });
        if (!limits.isEmpty()) {
            line.set("limits", limits);
        }
        return line;
    }
}
