/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Measurements of this module beside its peers, in one run on one machine. */
@NullMarked
package io.tessera.imaging.bench;

import org.jspecify.annotations.NullMarked;
