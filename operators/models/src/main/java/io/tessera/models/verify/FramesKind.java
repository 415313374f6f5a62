/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.sampling.FramePicks;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** Which frames of a video are taken. */
final class FramesKind implements CaseKind {
    @Override
    public String kind() {
        return "frames";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws CannotCheck {
        int[] want =
                StreamSupport.stream(recorded.expect().path("indices").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray();
        findings.same("indices", Arrays.toString(picks(recorded.json())), Arrays.toString(want));
    }

    private static int[] picks(JsonNode json) throws CannotCheck {
        int count = json.path("count").asInt();
        double fps = json.path("fps").asDouble();
        JsonNode options = json.path("options");
        String strategy = json.path("strategy").asText();
        return switch (strategy) {
            case "xcomposer2d5-video" ->
                    FramePicks.xcomposer(count, fps, options.path("num_frm").asInt(32));
            case "internvl2_5-video" -> {
                int segments = options.path("segments").asInt(32);
                JsonNode bounds = json.path("bounds");
                yield bounds.isArray()
                        ? FramePicks.internVl(
                                count,
                                fps,
                                segments,
                                bounds.path(0).asDouble(),
                                bounds.path(1).asDouble())
                        : FramePicks.internVl(count, fps, segments);
            }
            default -> throw new CannotCheck("no strategy " + strategy);
        };
    }
}
