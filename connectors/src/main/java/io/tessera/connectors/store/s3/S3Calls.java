/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import io.tessera.connectors.store.Retries;
import io.tessera.connectors.store.StoreUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls to the store and sorts their failures: not there, may pass (repeated), or refused.
 * Thread-safe.
 */
final class S3Calls {
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject", "InvalidRange");

    /** Refusals of a body that arrived damaged or late: the next one may arrive whole. */
    private static final Set<String> PASSING =
            Set.of(
                    "BadDigest",
                    "IncompleteBody",
                    "RequestTimeout",
                    "SlowDown",
                    "XAmzContentChecksumMismatch",
                    "XAmzContentSHA256Mismatch");

    private final String place;
    private final Retries retries;

    S3Calls(S3Location location, Retries retries) {
        this.place = location.bucket() + " at " + location.endpoint();
        this.retries = retries;
    }

    /** A call whose failure is an ExecutionException of the client, or an IOException. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException, ExecutionException, MinioException, InterruptedException;
    }

    /** Waits for what the client promises. */
    static <T> T join(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
        return future.get();
    }

    /**
     * Runs a call on an object that is, or is being made, there.
     *
     * @throws StoreUnavailable if it fails for good, an absent object included
     */
    <T> T require(String verb, String key, Call<T> call) {
        return find(verb, key, call)
                .orElseThrow(
                        () ->
                                new StoreUnavailable(
                                        what(verb, key) + " failed: the store says it is absent",
                                        null));
    }

    /** Runs a call on an object, or returns empty if there is none, or no such range of it. */
    <T> Optional<T> find(String verb, String key, Call<T> call) {
        return retries.run(what(verb, key), () -> once(what(verb, key), call));
    }

    private static <T> Optional<T> once(String what, Call<T> call) throws IOException {
        try {
            return Optional.of(call.run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException | MinioException e) {
            return absentOrThrow(what, root(e));
        }
    }

    private static <T> Optional<T> absentOrThrow(String what, Throwable cause) throws IOException {
        if (cause instanceof ErrorResponseException refusal) {
            String code = refusal.errorResponse().code();
            int status = refusal.response().code();
            if (ABSENT.contains(code) || status == 416) {
                return Optional.empty();
            }
            String says =
                    "the store says %d %s, %s"
                            .formatted(status, code, oneLine(refusal.errorResponse().message()));
            if (status >= 500 || status == 429 || PASSING.contains(code)) {
                throw new IOException(says, refusal);
            }
            throw new StoreUnavailable(what + " was refused: " + says, refusal);
        }
        if (cause instanceof IOException
                || cause instanceof ServerException
                || cause instanceof InvalidResponseException) {
            throw new IOException(brief(cause), cause);
        }
        throw new StoreUnavailable(what + " failed: " + brief(cause), cause);
    }

    /** The failure that the client's wrappers hold. */
    private static Throwable root(Throwable failure) {
        Throwable at = failure;
        while (at instanceof ExecutionException
                || at instanceof CompletionException
                || (at.getClass() == MinioException.class && at.getCause() != null)) {
            Throwable cause = at.getCause();
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }

    private static String brief(Throwable cause) {
        return cause.getClass().getSimpleName() + ": " + oneLine(cause.getMessage());
    }

    /** One line of a text that may be a page of markup. */
    private static String oneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }

    private String what(String verb, @Nullable String key) {
        return "%s %s (bucket %s)".formatted(verb, key, place);
    }
}
