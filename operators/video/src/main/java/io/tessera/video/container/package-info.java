/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Containers and their packets: what is in the bytes before anything is decoded. */
@NullMarked
package io.tessera.video.container;

import org.jspecify.annotations.NullMarked;
