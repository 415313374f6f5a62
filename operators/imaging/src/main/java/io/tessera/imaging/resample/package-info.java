/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Resampling with the bytes of Pillow (horizontal pass first, 8-bit intermediate), by streaming
 * rows.
 */
@NullMarked
package io.tessera.imaging.resample;

import org.jspecify.annotations.NullMarked;
