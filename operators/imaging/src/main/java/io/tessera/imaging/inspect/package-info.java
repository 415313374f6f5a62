/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Shows people what a model of a family would see. */
@NullMarked
package io.tessera.imaging.inspect;

import org.jspecify.annotations.NullMarked;
