/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.contract.option.Options;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.UnitRef;
import io.tessera.v1.UnitSpec;

/**
 * A unit that is being taken to its leaf.
 *
 * @param input the input it belongs to
 * @param ref its reference
 * @param spec what of the input it is
 * @param options options in force, with the request's overlay
 * @param startedAtMicros when the work began, microseconds since the epoch
 */
record UnitAtHand(
        InputRef input, UnitRef ref, UnitSpec spec, Options options, long startedAtMicros) {
    String item() {
        return input.item(ref.unit());
    }
}
