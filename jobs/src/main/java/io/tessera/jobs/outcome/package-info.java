/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How a command ends: exit codes and the line that says why. */
@NullMarked
package io.tessera.jobs.outcome;

import org.jspecify.annotations.NullMarked;
