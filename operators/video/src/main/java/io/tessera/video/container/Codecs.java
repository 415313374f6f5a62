/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VVC;

import io.tessera.video.container.PictureHeader.Picture;
import java.util.Map;
import java.util.Optional;

/** The decoders that may run: eight of the more than five hundred that FFmpeg brings. */
public final class Codecs {
    private static final Map<Integer, String> DECODERS =
            Map.of(
                    AV_CODEC_ID_H264, "h264",
                    AV_CODEC_ID_HEVC, "hevc",
                    AV_CODEC_ID_VP8, "vp8",
                    AV_CODEC_ID_VP9, "vp9",
                    AV_CODEC_ID_AV1, "libaom-av1",
                    AV_CODEC_ID_MPEG4, "mpeg4",
                    AV_CODEC_ID_VVC, "vvc",
                    AV_CODEC_ID_MJPEG, "mjpeg");

    /** As FFmpeg's {@code codec_whitelist} wants it. */
    public static final String WHITELIST = "h264,hevc,vp8,vp9,libaom-av1,mpeg4,vvc,mjpeg";

    private Codecs() {}

    /** FFmpeg's name of the decoder for a codec, or empty where it is not read. */
    public static Optional<String> decoder(int codecId) {
        return Optional.ofNullable(DECODERS.get(codecId));
    }

    static PictureHeader header(int codecId, PacketBytes extradata) {
        if (codecId == AV_CODEC_ID_H264) {
            return new H264Header(extradata);
        }
        if (codecId == AV_CODEC_ID_HEVC) {
            return new HevcHeader(extradata);
        }
        if (codecId == AV_CODEC_ID_VVC) {
            return new VvcHeader(extradata);
        }
        if (codecId == AV_CODEC_ID_VP8) {
            return VpxHeaders::vp8;
        }
        if (codecId == AV_CODEC_ID_VP9) {
            return VpxHeaders::vp9;
        }
        if (codecId == AV_CODEC_ID_AV1) {
            return VpxHeaders::av1;
        }
        if (codecId == AV_CODEC_ID_MPEG4) {
            return VpxHeaders::mpeg4;
        }
        return bytes -> Picture.PLAIN;
    }
}
