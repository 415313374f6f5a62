/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pictures for people: RGB to JPEG. */
@NullMarked
package io.tessera.video.still;

import org.jspecify.annotations.NullMarked;
