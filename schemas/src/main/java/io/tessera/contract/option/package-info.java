/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The one declaration of every option, from which command line, jobs, documentation and pipelineId
 * derive.
 */
@NullMarked
package io.tessera.contract.option;

import org.jspecify.annotations.NullMarked;
