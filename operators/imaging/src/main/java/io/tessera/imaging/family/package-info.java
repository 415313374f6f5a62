/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Model families by name, with their published options. */
@NullMarked
package io.tessera.imaging.family;

import org.jspecify.annotations.NullMarked;
