/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Many requests on one decoder: who takes part in the next step. */
@NullMarked
package io.tessera.models.schedule;

import org.jspecify.annotations.NullMarked;
