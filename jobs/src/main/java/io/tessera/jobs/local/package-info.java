/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A whole run on one machine: services, jobs, and what is read back from them. */
@NullMarked
package io.tessera.jobs.local;

import org.jspecify.annotations.NullMarked;
