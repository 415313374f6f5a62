/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a table of packets to chunks and the frames wanted of them. */
@NullMarked
package io.tessera.video.plan;

import org.jspecify.annotations.NullMarked;
