/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Published checkpoint folders: files, tensors, configuration, what is missing. */
@NullMarked
package io.tessera.models.checkpoint;

import org.jspecify.annotations.NullMarked;
