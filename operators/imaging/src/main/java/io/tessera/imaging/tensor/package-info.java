/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From bytes to the numbers that a vision tower takes. */
@NullMarked
package io.tessera.imaging.tensor;

import org.jspecify.annotations.NullMarked;
