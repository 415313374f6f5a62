/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.VideoProbe;
import io.tessera.video.container.Container;
import io.tessera.video.container.TimeBase;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of a video. */
public final class VideoPlan {
    private VideoPlan() {}

    /**
     * Reads all packets of a container that was just opened and cuts what they show into chunks.
     *
     * @throws InputFailure REFUSED_LIMIT, or CORRUPT or EMPTY where there is no frame
     */
    public static InputPlan of(Container container, Options options, Progress progress)
            throws InputFailure {
        TimeBase base = container.timeBase();
        Survey survey = Survey.of(container, base, progress);
        Timeline timeline = survey.timeline(container.timeless());
        List<String> missing = Announced.missing(container, survey);
        if (timeline.shown().length == 0) {
            throw nothing(container, survey, missing);
        }
        ChunkPlanner planner = new ChunkPlanner(timeline, base, options);
        List<UnitSpec> units = planner.units();
        return InputPlan.newBuilder()
                .setKind(Kind.VIDEO)
                .setWarnings(warnings(survey, planner, container.timeless()))
                .setMissing(missing)
                .setVideo(probe(container, survey, timeline, base, planner.durationMicros()))
                .setUnits(units)
                .build();
    }

    private static InputFailure nothing(Container container, Survey survey, List<String> missing) {
        boolean announced =
                survey.packets() > 0
                        || !missing.isEmpty()
                        || avformat_index_get_entries_count(container.stream()) > 0;
        if (!announced) {
            return new InputFailure(
                    InputState.EMPTY, Code.NO_VIDEO, "video stream has no pictures");
        }
        return new InputFailure(
                InputState.CORRUPT,
                Code.NOTHING_DELIVERED,
                "video stream has no picture that can be decoded (%s); give an undamaged copy"
                        .formatted(String.join("; ", missing)));
    }

    private static List<String> warnings(Survey survey, ChunkPlanner planner, boolean timeless) {
        List<String> warnings = new ArrayList<>(planner.warnings());
        if (!timeless && survey.falseKeys() > survey.keyframes() && survey.keyframes() > 0) {
            warnings.add(
                    "%d of %d packets marked as key frames are none"
                            .formatted(
                                    survey.falseKeys(), survey.falseKeys() + survey.keyframes()));
        }
        if (survey.keyframes() == 0) {
            warnings.add("no key frame is marked; the video is decoded from its beginning");
        }
        if (survey.leading() > 0) {
            warnings.add(
                    "%d frames that are shown before the first key frame cannot be decoded"
                            .formatted(survey.leading()));
        }
        return warnings;
    }

    private static VideoProbe probe(
            Container container,
            Survey survey,
            Timeline timeline,
            TimeBase base,
            long durationMicros) {
        int rotation = container.rotation();
        boolean turned = rotation == 90 || rotation == 270;
        int width = container.stream().codecpar().width();
        int height = container.stream().codecpar().height();
        return VideoProbe.newBuilder()
                .setContainer(container.kind().demuxer())
                .setCodec(container.codecName())
                .setWidth(turned ? height : width)
                .setHeight(turned ? width : height)
                .setRotation(rotation)
                .setHasAudio(container.hasAudio())
                .setStreams(container.context().nb_streams())
                .setDurationMicros(durationMicros)
                .setPackets(survey.packets())
                .setFramesExpected(timeline.shown().length)
                .setKeyframes(survey.keyframes())
                .setFirstPts(timeline.shown()[0])
                .setTimeBaseNum(base.num())
                .setTimeBaseDen(base.den())
                .build();
    }
}
