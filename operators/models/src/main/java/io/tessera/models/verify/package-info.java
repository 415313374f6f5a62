/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Recorded cases, checked: what the authors' own code computed against what this code computes. Any
 * folder of the same form can be read, so that others can record their own.
 */
@NullMarked
package io.tessera.models.verify;

import org.jspecify.annotations.NullMarked;
