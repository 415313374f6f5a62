/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Jobs on a Flink cluster of one's own. */
@NullMarked
package io.tessera.jobs.cluster;

import org.jspecify.annotations.NullMarked;
