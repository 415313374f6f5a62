/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Who an input, a pipeline, a unit and an item are, and where their objects lie. */
@NullMarked
package io.tessera.contract.identity;

import org.jspecify.annotations.NullMarked;
