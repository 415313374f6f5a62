/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Chat templates of the families: messages and images to ids. */
@NullMarked
package io.tessera.models.prompt;

import org.jspecify.annotations.NullMarked;
