/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Video read as one pass over its packets, then as planned walks over its frames. */
@NullMarked
package io.tessera.video;

import org.jspecify.annotations.NullMarked;
