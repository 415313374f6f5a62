/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import io.tessera.imaging.partition.XComposerPartition;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads options by their published names; says what is wrong with a value, and what is allowed. */
final class FamilyOptions {
    private final String owner;
    private final Map<String, String> given;

    /**
     * Takes the options.
     *
     * @param known names that {@code owner} has
     * @throws IllegalArgumentException if there is another one
     */
    FamilyOptions(String owner, Map<String, String> given, List<String> known) {
        this.owner = owner;
        this.given = Map.copyOf(given);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        known.isEmpty()
                                ? "%s has no option %s; it has none".formatted(owner, name)
                                : "%s has no option %s; nearest is %s, all are %s"
                                        .formatted(
                                                owner,
                                                name,
                                                Nearest.of(name, known),
                                                String.join(", ", known)));
            }
        }
    }

    int whole(String name, int otherwise) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            throw refused(name, value, "a whole number", e);
        }
    }

    boolean truth(String name, boolean otherwise) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value.trim()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, value, "true or false", null);
        };
    }

    OptionalDouble scale(double otherwise) {
        String value = given.get("scale");
        if (value == null) {
            return OptionalDouble.of(otherwise);
        }
        if ("none".equals(value.trim())) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(value.trim()));
        } catch (NumberFormatException e) {
            throw refused("scale", value, "a number or none", e);
        }
    }

    XComposerPartition.Padding padding() {
        String value = given.getOrDefault("padding", "end");
        return switch (value.trim()) {
            case "end" -> XComposerPartition.Padding.END;
            case "centre" -> XComposerPartition.Padding.CENTRE;
            default -> throw refused("padding", value, "end or centre", null);
        };
    }

    private IllegalArgumentException refused(
            String name, String value, String allowed, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s of %s is %s; it must be %s".formatted(name, owner, value, allowed), cause);
    }
}
