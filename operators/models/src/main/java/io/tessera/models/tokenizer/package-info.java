/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Text to ids and back, as the published tokenizers do it. */
@NullMarked
package io.tessera.models.tokenizer;

import org.jspecify.annotations.NullMarked;
