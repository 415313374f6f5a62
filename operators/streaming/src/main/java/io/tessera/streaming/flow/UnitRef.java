/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

/**
 * A unit that is to be read.
 *
 * @param index position among the units announced, from 0
 * @param unit its name
 * @param spec the UnitSpec as a record of its own schema
 */
// Bytes are an array because Flink has a type for that; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
public record UnitRef(int index, String unit, byte[] spec) {
    public UnitRef {
        requireNonNull(unit, "unit is null");
        requireNonNull(spec, "spec is null");
    }
}
