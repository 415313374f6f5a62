/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tessera.connectors.fetch.FetchFailed.Reason;
import io.tessera.contract.codec.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFetcherTest {
    private static final FetchLimits LIMITS =
            new FetchLimits(
                    1_000,
                    Duration.ofSeconds(2),
                    Duration.ofMillis(300),
                    Duration.ofMillis(900),
                    2);

    @TempDir Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpFetcher fetcher = new HttpFetcher(LIMITS);
    private HttpServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        target = folder.resolve("target");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheBytesWithTheirDigest() throws Exception {
        serve("/a", exchange -> reply(exchange, 200, "hello"));

        Fetched fetched = fetcher.fetch(uri("/a"), target);

        assertThat(fetched).isEqualTo(new Fetched(target, 5, Digests.sha256("hello")));
        assertThat(target).hasContent("hello");
    }

    @Test
    void bringsBytesOfUnknownLength() throws Exception {
        serve(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("hello".getBytes(UTF_8));
                    exchange.close();
                });
        assertThat(fetcher.fetch(uri("/a"), target).length()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "401, MISSING, 1",
        "403, MISSING, 1",
        "404, MISSING, 1",
        "410, MISSING, 1",
        "400, REFUSED, 1",
        "304, REFUSED, 1",
        "500, UNREACHABLE, 2",
        "503, UNREACHABLE, 2",
        "429, UNREACHABLE, 2",
    })
    void sortsReplies(int status, Reason reason, int requests) {
        serve("/a", exchange -> reply(exchange, status, ""));
        fails("/a", reason, Integer.toString(status));
        assertThat(asked).hasValue(requests);
    }

    @Test
    void bringsTheBytesWhenTheServerRecovers() throws Exception {
        serve("/a", exchange -> reply(exchange, asked.get() == 1 ? 503 : 200, "hello"));
        assertThat(fetcher.fetch(uri("/a"), target).length()).isEqualTo(5);
    }

    @Test
    void stopsAtTheLimitWhetherTheLengthIsAnnouncedOrNot() {
        serve("/announced", exchange -> reply(exchange, 200, "x".repeat(1_001)));
        fails("/announced", Reason.TOO_LARGE, "1000");
        serve(
                "/endless",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (end.getCount() > 0) {
                        exchange.getResponseBody().write(new byte[10_000]);
                    }
                });
        fails("/endless", Reason.TOO_LARGE, "limit.input-bytes");
    }

    @Test
    void takesAllThatTheLimitAllows() throws Exception {
        serve("/a", exchange -> reply(exchange, 200, "x".repeat(1_000)));
        assertThat(fetcher.fetch(uri("/a"), target).length()).isEqualTo(1_000);
    }

    @Test
    void doesNotWaitForASilentServer() {
        serve("/silent", exchange -> await());
        fails("/silent", Reason.UNREACHABLE, "timed out");
        serve(
                "/stuck",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    await();
                });
        fails("/stuck", Reason.UNREACHABLE, "timed out");
    }

    @Test
    void doesNotWaitForeverForADrippingServer() {
        serve(
                "/drip",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (!await(100)) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                    }
                });
        fails("/drip", Reason.UNREACHABLE, "did not end within");
    }

    @Test
    void takesNoPartForTheWhole() {
        serve(
                "/cut",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    throw new IOException("the server dies");
                });
        fails("/cut", Reason.UNREACHABLE, "/cut");
    }

    @Test
    void followsRedirectsOnTheSameHost() throws Exception {
        serve("/a", exchange -> redirect(exchange, "/b"));
        serve("/b", exchange -> redirect(exchange, uri("/c").toString()));
        serve("/c", exchange -> reply(exchange, 200, "hello"));
        assertThat(fetcher.fetch(uri("/a"), target).length()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/x", "file:///etc/passwd", "ftp://127.0.0.1/x",
                "http://me:hush@127.0.0.1/x", "http://[bad", "//example.org/x"
            })
    void followsNoRedirectElsewhere(String location) {
        serve("/a", exchange -> redirect(exchange, location));
        fails("/a", Reason.REFUSED, "");
        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotRunInCircles() {
        serve("/a", exchange -> redirect(exchange, "/a"));
        fails("/a", Reason.REFUSED, "more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/etc/passwd", "s3://b/k", "relative", "http:///x"})
    void takesOnlyHttpReferences(String text) {
        assertThatThrownBy(() -> fetcher.fetch(URI.create(text), target))
                .isInstanceOfSatisfying(
                        FetchFailed.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void takesNoPasswordAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> fetcher.fetch(URI.create("http://me:hush@127.0.0.1/x"), target))
                .isInstanceOf(FetchFailed.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }

    @Test
    void saysThatNobodyListens() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(
                        () -> fetcher.fetch(URI.create("http://127.0.0.1:" + port + "/"), target))
                .isInstanceOfSatisfying(
                        FetchFailed.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void saysThatItCannotWriteTheFile() {
        serve("/a", exchange -> reply(exchange, 200, "hello"));
        Path nowhere = folder.resolve("no/such/folder/file");
        assertThatThrownBy(() -> fetcher.fetch(uri("/a"), nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }

    private void fails(String path, Reason reason, String message) {
        assertThatThrownBy(() -> fetcher.fetch(uri(path), target))
                .isInstanceOfSatisfying(
                        FetchFailed.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
        assertThat(Files.exists(target)).isFalse();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Handler handler) {
        server.createContext(
                path,
                exchange -> {
                    asked.incrementAndGet();
                    handler.handle(exchange);
                });
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        reply(exchange, 302, "");
    }

    private void await() {
        await(60_000);
    }

    /** Whether the test ended meanwhile. */
    private boolean await(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
