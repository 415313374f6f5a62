/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/** Which stream of a container is read, and what its header says beside the codec. */
final class VideoStream {
    private static final int ENCRYPTED_VIDEO = 'e' | 'n' << 8 | 'c' << 16 | 'v' << 24;

    private VideoStream() {}

    /** The stream marked as default, else the one with the most pixels; null without a video. */
    static @Nullable AVStream best(AVFormatContext context) {
        AVStream best = null;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream candidate = context.streams(i);
            boolean picture = (candidate.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            boolean video = candidate.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO;
            if (video && !picture && (best == null || rank(candidate) > rank(best))) {
                best = candidate;
            }
        }
        return best;
    }

    static boolean hasAudio(AVFormatContext context) {
        for (int i = 0; i < context.nb_streams(); i++) {
            if (context.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                return true;
            }
        }
        return false;
    }

    private static long rank(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        long preferred = (stream.disposition() & AV_DISPOSITION_DEFAULT) != 0 ? 1L << 62 : 0;
        return preferred + (long) parameters.width() * parameters.height();
    }

    static void checkEncryption(AVCodecParameters parameters) throws InputFailure {
        AVPacketSideData info = sideData(parameters, AV_PKT_DATA_ENCRYPTION_INIT_INFO);
        if (parameters.codec_tag() == ENCRYPTED_VIDEO || info != null) {
            throw new InputFailure(
                    InputState.ENCRYPTED,
                    Code.PASSWORD_NEEDED,
                    "video stream is encrypted; give a copy without protection");
        }
    }

    private static @Nullable AVPacketSideData sideData(AVCodecParameters parameters, int type) {
        if (parameters.nb_coded_side_data() == 0) {
            return null;
        }
        AVPacketSideData found =
                av_packet_side_data_get(
                        parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
        return found == null || found.isNull() ? null : found;
    }

    /** Clockwise turn that makes the picture upright: 0, 90, 180 or 270 degrees. */
    static int rotation(AVCodecParameters parameters) {
        AVPacketSideData matrix = sideData(parameters, AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.size() < 36) {
            return 0;
        }
        double counterClockwise = av_display_rotation_get(new IntPointer(matrix.data()));
        if (Double.isNaN(counterClockwise)) {
            return 0;
        }
        return Math.floorMod(Math.round(-counterClockwise / 90) * 90, 360);
    }
}
