/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerKindTest {
    @ParameterizedTest
    @CsvSource({
        "000000206674797069736f6d, MOV",
        "000000086d6f6f7600000000, MOV",
        "1a45dfa3a342868101, MATROSKA",
        "52494646ffffffff41564920, AVI",
        "464c560105, FLV",
        "0000000167640028, H264",
        "00000109f00000, H264",
        "0000000140010c01, HEVC",
        "0000014201010160, HEVC"
    })
    void isToldByLeadingBytes(String hex, ContainerKind kind) {
        assertThat(ContainerKind.of(HexFormat.of().parseHex(hex))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/a.ts\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"/>",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
                "%PDF-1.7",
                "GIF89a",
                ""
            })
    void textsAndOtherMediaAreNone(String text) {
        assertThat(ContainerKind.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aTransportStreamHasSyncBytesAtPacketDistance() {
        for (int size : new int[] {188, 192, 204}) {
            byte[] head = new byte[ContainerKind.HEAD_BYTES];
            for (int at = size == 192 ? 4 : 0; at < head.length; at += size) {
                head[at] = 0x47;
            }
            assertThat(ContainerKind.of(head)).contains(ContainerKind.MPEGTS);
            assertThat(ContainerKind.transportPacketBytes(head)).isEqualTo(size);
        }
    }

    @Test
    void aProgramStreamIsNotTakenForH264() {
        assertThat(ContainerKind.of(HexFormat.of().parseHex("000001ba4400040004"))).isEmpty();
        assertThat(ContainerKind.of(HexFormat.of().parseHex("000001b3160120"))).isEmpty();
    }
}
