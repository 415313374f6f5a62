/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.Code;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.worker.protocol.ProtocolViolation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of an answer before anything relies on it: names that become keys, offsets that
 * become memory, units that are counted. A worker may have been taken over by what it read.
 */
final class AnswerCheck {
    private static final int MOST_UNITS = 200_000;
    private static final int MOST_IMAGES = 4096;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern FORMAT = Pattern.compile("RGB|[a-z0-9]{1,8}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> CODES =
            Arrays.stream(Code.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<InputState> OF_INPUT =
            EnumSet.of(
                    InputState.EMPTY,
                    InputState.UNSUPPORTED,
                    InputState.ENCRYPTED,
                    InputState.REFUSED_LIMIT,
                    InputState.CORRUPT);

    private AnswerCheck() {}

    /** Whether a worker may say so of an input; the others are for the parent to find. */
    static boolean ofInput(InputState state) {
        return OF_INPUT.contains(state);
    }

    static void plan(InputPlan plan, Kind kind) throws ProtocolViolation {
        require(plan.getKind() == kind, "plan of kind " + plan.getKind());
        require(plan.getState() == null || ofInput(plan.getState()), "state of the plan");
        require(knownCode(plan.getCode()), "code of the plan");
        List<UnitSpec> units = plan.getUnits();
        require(units.size() <= MOST_UNITS, "plan of " + units.size() + " units");
        for (int i = 0; i < units.size(); i++) {
            UnitSpec unit = units.get(i);
            require(unit.getIndex() == i, "index of unit " + i);
            require(unit.getUnit().equals(nameOf(unit)), "name of unit " + i);
        }
    }

    private static @Nullable String nameOf(UnitSpec unit) {
        ChunkSpec chunk = unit.getChunk();
        Integer page = unit.getPage();
        if ((chunk == null) == (page == null)) {
            return null;
        }
        try {
            return page == null
                    ? Identity.chunkUnit(chunk.getStartMicros(), chunk.getEndMicros())
                    : Identity.pageUnit(page);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void reading(UnitReading reading, UnitSpec unit, long regionBytes)
            throws ProtocolViolation {
        require(reading.getUnit().equals(unit.getUnit()), "unit of the reading");
        require(reading.getState() != UnitState.UNKNOWN, "state of the reading");
        require(knownCode(reading.getCode()), "code of the reading");
        require(reading.getImages().size() <= MOST_IMAGES, "number of images");
        for (RegionImage image : reading.getImages()) {
            image(image, regionBytes);
        }
    }

    private static void image(RegionImage image, long regionBytes) throws ProtocolViolation {
        require(NAME.matcher(image.getName()).matches(), "name of an image");
        require(FORMAT.matcher(image.getFormat()).matches(), "format of an image");
        require(SHA256.matcher(image.getSha256()).matches(), "digest of an image");
        require(
                image.getOffset() >= 0
                        && image.getLength() >= 0
                        && image.getLength() <= regionBytes
                        && image.getOffset() <= regionBytes - image.getLength(),
                "place of an image");
        require(
                image.getWidth() >= 0
                        && image.getHeight() >= 0
                        && (!image.getFormat().equals("RGB")
                                || 3L * image.getWidth() * image.getHeight() == image.getLength()),
                "size of an image");
    }

    private static boolean knownCode(@Nullable String code) {
        return code == null || CODES.contains(code);
    }

    /** Text from a worker as it may stand in a log or a record. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static void require(boolean holds, String what) throws ProtocolViolation {
        if (!holds) {
            throw new ProtocolViolation("answer refused: " + what);
        }
    }
}
