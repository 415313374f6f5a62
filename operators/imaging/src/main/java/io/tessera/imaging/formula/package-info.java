/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pictures that are computed, for tests, recorded cases and measurements. */
@NullMarked
package io.tessera.imaging.formula;

import org.jspecify.annotations.NullMarked;
