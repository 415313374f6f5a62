/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import io.tessera.connectors.store.CredentialsFile;
import io.tessera.connectors.store.StoreCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 endpoint inside this process, on the loopback interface, over a directory in which each
 * bucket is a folder and each object a file. Requests are signed with a key pair of this
 * directory's own. Thread-safe; closing twice does nothing.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final int THREADS = 40;
    private static final String SERVICE = "store";

    private final S3Proxy proxy;
    private final Path directory;
    private final StoreCredentials credentials;
    private boolean closed;

    private EmbeddedStore(S3Proxy proxy, Path directory, StoreCredentials credentials) {
        this.proxy = proxy;
        this.directory = directory;
        this.credentials = credentials;
    }

    /**
     * Starts an endpoint and returns once it answers.
     *
     * @param directory of the buckets; created where it does not exist
     * @param port to listen on, or 0 for any
     * @param credentialsFile where the key pair is kept, mode 0600; created at the first start and
     *     read at later ones
     * @throws PortInUse if {@code port} is taken
     * @throws EmbeddedServiceFailed if it does not start for another reason
     */
    public static EmbeddedStore start(Path directory, int port, Path credentialsFile) {
        LoopbackPorts.requireFree(SERVICE, port);
        Path root = directory.toAbsolutePath();
        try {
            Files.createDirectories(root);
            StoreCredentials credentials = CredentialsFile.readOrCreate(credentialsFile);
            S3Proxy proxy =
                    S3Proxy.builder()
                            .blobStore(
                                    new LocalBuckets(new FilesystemNio2BlobStore(root.toString())))
                            .endpoint(URI.create("http://" + LoopbackPorts.HOST + ":" + port))
                            .awsAuthentication(
                                    AuthenticationType.AWS_V4,
                                    credentials.accessKey(),
                                    credentials.secretKey())
                            .jettyMaxThreads(THREADS)
                            .ignoreUnknownHeaders(true)
                            .build();
            proxy.start();
            return new EmbeddedStore(proxy, root, credentials);
        } catch (Exception e) {
            if (port != 0 && LoopbackPorts.taken(port)) {
                throw new PortInUse(SERVICE, port);
            }
            throw new EmbeddedServiceFailed(
                    "the store did not start in %s: %s".formatted(root, e), e);
        }
    }

    /** Makes a bucket where there is none of that name. */
    public void createBucket(String bucket) {
        if (!bucket.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("not a name of a bucket: " + bucket);
        }
        try {
            Files.createDirectories(directory.resolve(bucket));
        } catch (IOException e) {
            throw new EmbeddedServiceFailed(
                    "bucket %s cannot be made in %s: %s".formatted(bucket, directory, e), e);
        }
    }

    /** What clients connect to. */
    public URI endpoint() {
        return URI.create("http://" + LoopbackPorts.HOST + ":" + port());
    }

    public int port() {
        return proxy.getPort();
    }

    public StoreCredentials credentials() {
        return credentials;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new EmbeddedServiceFailed("the store did not stop: " + e, e);
        }
    }
}
