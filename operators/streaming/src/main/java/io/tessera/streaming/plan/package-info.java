/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a request to the units of an input. */
@NullMarked
package io.tessera.streaming.plan;

import org.jspecify.annotations.NullMarked;
