/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A checkpoint with all that belongs to it: pictures and messages in, prompts and rows out. */
@NullMarked
package io.tessera.models.family;

import org.jspecify.annotations.NullMarked;
