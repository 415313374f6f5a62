/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * One picture made of several: contact sheets, labels and the composites that models were trained
 * on.
 */
@NullMarked
package io.tessera.imaging.composite;

import org.jspecify.annotations.NullMarked;
