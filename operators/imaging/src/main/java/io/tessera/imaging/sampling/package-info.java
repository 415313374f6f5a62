/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which frames of a video each model family takes. */
@NullMarked
package io.tessera.imaging.sampling;

import org.jspecify.annotations.NullMarked;
