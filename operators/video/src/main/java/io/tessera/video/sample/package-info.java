/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Clips made for demonstration and tests. */
@NullMarked
package io.tessera.video.sample;

import org.jspecify.annotations.NullMarked;
