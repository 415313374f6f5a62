/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.minio.MinioAsyncClient;
import io.tessera.connectors.store.StoreCredentials;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The client and its threads and connections, which closing takes away: left alone, they would hold
 * the JVM for a while.
 */
final class S3Connection implements AutoCloseable {
    private static final int REQUESTS = 32;

    private final OkHttpClient http;
    private final MinioAsyncClient client;
    private final MinioAsyncClient fileClient;

    S3Connection(S3Location location, StoreCredentials credentials, S3Settings settings) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectTimeout(settings.connect())
                        .readTimeout(settings.silence())
                        .writeTimeout(settings.silence())
                        .retryOnConnectionFailure(true)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .build();
        OkHttpClient bounded = http.newBuilder().callTimeout(settings.call()).build();
        client = client(location, credentials, bounded);
        fileClient = client(location, credentials, http);
    }

    private static MinioAsyncClient client(
            S3Location location, StoreCredentials credentials, OkHttpClient http) {
        MinioAsyncClient client =
                MinioAsyncClient.builder()
                        .endpoint(location.endpoint().toString())
                        .region(location.region())
                        .credentials(credentials.accessKey(), credentials.secretKey())
                        .httpClient(http)
                        .build();
        client.disableVirtualStyleEndpoint();
        return client;
    }

    MinioAsyncClient client() {
        return client;
    }

    /** For bodies whose length says nothing about how long they may take. */
    MinioAsyncClient fileClient() {
        return fileClient;
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        ExecutorService threads = http.dispatcher().executorService();
        threads.shutdown();
        http.connectionPool().evictAll();
    }
}
