/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitSpec;
import io.tessera.video.sample.ClipEncoder.Codec;
import io.tessera.video.sample.Damage;
import io.tessera.video.sample.Scenes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final byte[] CLIP = Scenes.clip(Codec.H264, 160, 96, 10, 20, 30);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hls", "dash", "concat", "sdp", "hls in mp4"})
    void textsThatNameOtherPlacesTouchNone(String kind) throws Exception {
        Path canary = folder.resolve("canary.ts");
        Files.write(canary, CLIP);
        FileTime untouched = FileTime.fromMillis(1000);
        Files.setAttribute(canary, "lastAccessTime", untouched);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.ts";
            byte[] text = text(kind, url, canary).getBytes(StandardCharsets.ISO_8859_1);
            InputFailure failure = refusal(text, Map.of());
            assertThat(failure.state()).isIn(InputState.UNSUPPORTED, InputState.CORRUPT);
            server.setSoTimeout(50);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, server::accept))
                    .as("no connection was made")
                    .isNotNull();
            assertThat(Files.getAttribute(canary, "lastAccessTime"))
                    .as("the file was not read")
                    .isEqualTo(untouched);
        }
    }

    private static String text(String kind, String url, Path file) {
        String playlist =
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + url + "\n#EXTINF:1,\n" + file;
        return switch (kind) {
            case "hls" -> playlist;
            case "dash" ->
                    "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period>"
                            + "<AdaptationSet><Representation id=\"1\"><BaseURL>"
                            + url
                            + "</BaseURL></Representation></AdaptationSet></Period></MPD>";
            case "concat" -> "ffconcat version 1.0\nfile " + url + "\nfile " + file + "\n";
            case "sdp" -> "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n";
            default -> "\0\0\0\10ftyp" + playlist;
        };
    }

    @Test
    void nothingIsEmptyAndOtherMediaAreUnsupported() throws Exception {
        assertThat(refusal(new byte[0], Map.of()).state()).isEqualTo(InputState.EMPTY);
        InputFailure text = refusal("%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII), Map.of());
        assertThat(text.state()).isEqualTo(InputState.UNSUPPORTED);
        assertThat(text.code()).isEqualTo(Code.FORMAT);
        assertThat(text)
                .hasMessageStartingWith(
                        "no video container that is read begins with the bytes 25 50 44 46");
    }

    @Test
    void limitsAreCheckedByTheHeader() throws Exception {
        assertThat(refusal(CLIP, Map.of("limit.image-pixels", "15359")))
                .hasMessageStartingWith("video is 160x96 = 15360 pixels, more than");
        assertThat(refusal(CLIP, Map.of("limit.image-edge", "159")).code())
                .isEqualTo(Code.LIMIT_EDGE);
        assertThat(refusal(CLIP, Map.of("limit.streams", "0")).code())
                .isEqualTo(Code.LIMIT_STREAMS);
        assertThat(refusal(CLIP, Map.of("limit.input-bytes", "100")).code())
                .isEqualTo(Code.LIMIT_BYTES);
    }

    @Test
    void aWholeChunkHasALimit() throws Exception {
        Map<String, String> options = Map.of("chunk", "whole", "limit.whole-chunk", "2s");
        try (VideoSource video = open(CLIP, options)) {
            InputFailure failure =
                    catchThrowableOfType(InputFailure.class, () -> video.plan(Progress.NONE));
            assertThat(failure.code()).isEqualTo(Code.LIMIT_CHUNK);
            assertThat(failure).hasMessageStartingWith("video lasts 3.0 s, more than");
        }
    }

    @Test
    void damagedCopiesEndInAStateOrInCountsThatShowIt() throws Exception {
        byte[] mpeg4 = Scenes.clip(Codec.MPEG4, 160, 96, 10, 20, 30);
        int failed = 0;
        int shown = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            byte[] clip = seed % 2 == 0 ? CLIP : mpeg4;
            boolean cut = seed % 3 == 0;
            byte[] damaged =
                    cut
                            ? Damage.cutOff(clip, random.nextDouble())
                            : overwrite(clip, random, 20 + random.nextInt(200));
            try (VideoSource video = open(damaged, Map.of("sample", "uniform:99"))) {
                var plan = video.plan(Progress.NONE);
                boolean wrong = !plan.getMissing().isEmpty();
                for (UnitSpec unit : plan.getUnits()) {
                    DecodeHealth health =
                            video.walk(unit.getChunk(), 0, frame -> {}, Progress.NONE);
                    wrong |= health.getFramesDecoded() < health.getFramesExpected();
                    wrong |= health.getFramesFlagged() > 0;
                }
                shown += wrong ? 1 : 0;
                assertThat(wrong || !cut || damaged.length == clip.length)
                        .as("a cut copy of seed %d is not whole", seed)
                        .isTrue();
            } catch (InputFailure e) {
                failed++;
            }
        }
        assertThat(failed).isPositive();
        assertThat(shown).isPositive();
    }

    private static byte[] overwrite(byte[] clip, Random random, int count) {
        byte[] copy = Arrays.copyOf(clip, clip.length);
        for (int i = 0; i < count; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }

    private static VideoSource open(byte[] bytes, Map<String, String> options) throws InputFailure {
        return VideoSource.open(new MemoryBytes(bytes), Options.parse(options), Progress.NONE);
    }

    private static InputFailure refusal(byte[] bytes, Map<String, String> options)
            throws IOException {
        InputFailure failure =
                catchThrowableOfType(
                        InputFailure.class,
                        () -> {
                            try (VideoSource video = open(bytes, options)) {
                                video.plan(Progress.NONE);
                            }
                        });
        assertThat(failure).isNotNull();
        return failure;
    }
}
