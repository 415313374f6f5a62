/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import io.tessera.video.container.Container;
import io.tessera.video.container.ContainerKind;
import io.tessera.video.container.PacketInfo;
import io.tessera.video.container.TimeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/**
 * Compares what a container announces with what a full demux found. Each entry of the result is
 * something that was announced and is not there.
 */
final class Announced {
    private static final long TOLERANCE_MICROS = 1_000_000;
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,6}):(\\d{2}):(\\d{2})\\.(\\d{6})\\d*");

    private Announced() {}

    /** Whether the container declares one duration for all of its streams together. */
    static boolean comparesOtherStreams(Container container) {
        return container.kind() == ContainerKind.MATROSKA || container.kind() == ContainerKind.FLV;
    }

    static List<String> missing(Container container, Survey survey) {
        List<String> missing = new ArrayList<>();
        if (!survey.ended()) {
            missing.add("the container could not be read to its end");
        }
        if (survey.errors() > 0) {
            missing.add("%d packets could not be read".formatted(survey.errors()));
        }
        if (survey.continuityErrors() > 0) {
            missing.add(
                    "%d continuity errors in the transport stream"
                            .formatted(survey.continuityErrors()));
        } else if (survey.corrupt() > 0) {
            missing.add("%d packets are cut or damaged".formatted(survey.corrupt()));
        }
        if (survey.backward() > 0) {
            missing.add(
                    "times run backwards at %d places; what follows cannot be placed"
                            .formatted(survey.backward()));
        }
        if (survey.beforeFirstKey() > 0) {
            missing.add("%d frames before the first key frame".formatted(survey.beforeFirstKey()));
        }
        if (container.kind() == ContainerKind.MOV) {
            long listed = avformat_index_get_entries_count(container.stream());
            if (listed != survey.packets()) {
                missing.add(
                        "index lists %d samples, %d packets were found"
                                .formatted(listed, survey.packets()));
            }
        } else {
            shortfall(container, survey).ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<String> shortfall(Container container, Survey survey) {
        OptionalLong own = ownDuration(container);
        long end = survey.endMicros();
        long declared = own.orElse(0);
        if (own.isEmpty() && comparesOtherStreams(container)) {
            declared = Math.max(0, container.context().duration());
            end = Math.max(end, survey.othersEndMicros());
        }
        if (end >= declared - TOLERANCE_MICROS) {
            return Optional.empty();
        }
        return Optional.of(
                "%.2f s are declared, packets end at %.2f s".formatted(declared / 1e6, end / 1e6));
    }

    private static OptionalLong ownDuration(Container container) {
        AVStream stream = container.stream();
        if (container.kind() == ContainerKind.AVI
                && stream.duration() != PacketInfo.NO_TIME
                && stream.time_base().num() > 0
                && stream.time_base().den() > 0) {
            TimeBase base = new TimeBase(stream.time_base().num(), stream.time_base().den());
            return OptionalLong.of(base.micros(stream.duration()));
        }
        AVDictionaryEntry tag = av_dict_get(stream.metadata(), "DURATION", null, 0);
        if (tag == null || tag.isNull()) {
            return OptionalLong.empty();
        }
        Matcher clock = CLOCK.matcher(tag.value().getString().strip());
        if (!clock.matches()) {
            return OptionalLong.empty();
        }
        long seconds =
                Long.parseLong(clock.group(1)) * 3600
                        + Long.parseLong(clock.group(2)) * 60
                        + Long.parseLong(clock.group(3));
        return OptionalLong.of(seconds * 1_000_000 + Long.parseLong(clock.group(4)));
    }
}
