/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The sample media of the demonstration: made, not shipped, by a worker, because encoders are
 * native code too.
 */
@NullMarked
package io.tessera.worker.samples;

import org.jspecify.annotations.NullMarked;
