/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The job that reads videos. */
@NullMarked
package io.tessera.jobs.video;

import org.jspecify.annotations.NullMarked;
