/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

/**
 * The check of one kind of case.
 *
 * <p>A check computes what the case asks for and tells {@link Findings} every difference. What it
 * throws fails the case with the exception's message; {@link CannotCheck} skips it. Checks run one
 * after another on one thread and may keep what is costly to load between cases.
 */
public interface CaseKind extends AutoCloseable {
    /** The {@code kind} of the cases that it checks. */
    String kind();

    /**
     * Checks one case.
     *
     * @throws CannotCheck if what the case needs is not there
     * @throws Exception if the case cannot be computed: the case fails
     */
    void check(RecordedCase recorded, Findings findings) throws Exception;

    @Override
    default void close() {}
}
