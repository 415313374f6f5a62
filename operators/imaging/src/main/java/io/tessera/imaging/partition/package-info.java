/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How each model family cuts a picture into tiles. */
@NullMarked
package io.tessera.imaging.partition;

import org.jspecify.annotations.NullMarked;
