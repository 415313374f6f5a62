/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.frame;

import io.tessera.contract.failure.InputFailure;

/** Takes the frames of a chunk in presentation order. */
@FunctionalInterface
public interface FrameSink {
    void accept(DecodedFrame frame) throws InputFailure;
}
