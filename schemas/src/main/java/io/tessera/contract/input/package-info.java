/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What reads an input: bytes in, a plan and units out. Implemented by video and documents, run in
 * the worker.
 */
@NullMarked
package io.tessera.contract.input;

import org.jspecify.annotations.NullMarked;
