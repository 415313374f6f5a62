/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Decoded frames and where they go. */
@NullMarked
package io.tessera.video.frame;

import org.jspecify.annotations.NullMarked;
