/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.Keys;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreOpener;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A bucket, or a part of it, at an S3 endpoint.
 *
 * @param endpoint http or https, without a path
 * @param bucket name of an existing bucket, addressed by path
 * @param prefix put before every key with a slash between; empty for none
 * @param region that requests are signed for
 * @param credentials where the key pair is had from
 */
public record S3Location(
        URI endpoint, String bucket, String prefix, String region, CredentialsSource credentials)
        implements StoreOpener {
    /** Region of endpoints that know of none. */
    public static final String DEFAULT_REGION = "us-east-1";

    public S3Location {
        requireNonNull(credentials, "credentials is null");
        requireNonNull(region, "region is null");
        String scheme = endpoint.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "endpoint of the store is not http(s)://HOST[:PORT]: " + safe(endpoint));
        }
        if (endpoint.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "endpoint of the store holds a user name or password; keys come from the"
                            + " environment or a file: "
                            + safe(endpoint));
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException(
                    "not a name of a bucket (3 to 63 of a-z, 0-9, . and -): " + bucket);
        }
        if (!prefix.isEmpty()) {
            Keys.check(prefix);
        }
    }

    /**
     * Reads the two texts that people give.
     *
     * @param store {@code s3://bucket} or {@code s3://bucket/prefix}
     * @param endpoint {@code http(s)://host[:port]}
     * @throws IllegalArgumentException if one of them is of another form
     */
    public static S3Location parse(String store, String endpoint, CredentialsSource credentials) {
        if (!store.startsWith("s3://")) {
            throw new IllegalArgumentException("store is not s3://BUCKET[/PREFIX]: " + store);
        }
        String[] parts = store.substring("s3://".length()).split("/", 2);
        String prefix = parts.length == 1 ? "" : parts[1].replaceFirst("/+$", "");
        try {
            return new S3Location(new URI(endpoint), parts[0], prefix, DEFAULT_REGION, credentials);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "endpoint of the store is not http(s)://HOST[:PORT]: " + e.getReason(), e);
        }
    }

    /** Opens a client; whether the endpoint answers shows at the first use. */
    @Override
    public ObjectStore open() {
        return new S3ObjectStore(this, S3Settings.DEFAULT);
    }

    /** Full key of an object in the bucket. */
    String fullKey(String key) {
        return prefix.isEmpty() ? key : prefix + "/" + key;
    }

    /** Key of an object from its full key. */
    String ownKey(String fullKey) {
        return prefix.isEmpty() ? fullKey : fullKey.substring(prefix.length() + 1);
    }

    private static String safe(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getHost();
    }
}
