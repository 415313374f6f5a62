/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Doubles of what reading needs from outside, and a bed of real services to run jobs on. */
package io.tessera.streaming.testing;
