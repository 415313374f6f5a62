/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The decoder and the planned forward walk over it. */
@NullMarked
package io.tessera.video.decode;

import org.jspecify.annotations.NullMarked;
