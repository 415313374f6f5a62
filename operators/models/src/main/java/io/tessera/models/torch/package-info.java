/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The torch runtime; the only package that knows DJL. */
@NullMarked
package io.tessera.models.torch;

import org.jspecify.annotations.NullMarked;
