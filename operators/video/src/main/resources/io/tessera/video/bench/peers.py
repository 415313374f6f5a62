# Copyright 2026 The Tessera Authors
# SPDX-License-Identifier: Apache-2.0
"""Decodes the frames at given times with another library and prints its CPU milliseconds.

usage: peers.py PEER PLAN CLIP EDGE SECOND...
"""
import bisect
import resource
import subprocess
import sys
import tempfile

peer, plan, clip, edge = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
seconds = [float(text) for text in sys.argv[5:]]


def cpu_ms(who=resource.RUSAGE_SELF):
    usage = resource.getrusage(who)
    return 1000.0 * (usage.ru_utime + usage.ru_stime)


def decord_frames():
    import decord

    def work():
        reader = decord.VideoReader(clip, width=edge, height=edge, num_threads=1)
        stamps = [float(pair[0]) for pair in reader.get_frame_timestamp(range(len(reader)))]
        picks = [max(0, bisect.bisect_right(stamps, at + 1e-4) - 1) for at in seconds]
        return len(reader.get_batch(picks).asnumpy())

    return work


def torchcodec_frames():
    import torch
    from torchcodec.decoders import VideoDecoder

    torch.set_num_threads(1)

    def work():
        decoder = VideoDecoder(clip, num_ffmpeg_threads=1)
        return len(decoder.get_frames_played_at(seconds=seconds).data)

    return work


def pyav_frames():
    import av

    def open_clip():
        container = av.open(clip)
        stream = container.streams.video[0]
        stream.thread_type = "NONE"
        stream.codec_context.thread_count = 1
        return container, stream

    def take(frame):
        return frame.to_ndarray(width=edge, height=edge, format="rgb24")

    def sequential():
        container, stream = open_clip()
        wanted, taken = list(seconds), 0
        for frame in container.decode(stream):
            if taken < len(wanted) and frame.time >= wanted[taken] - 1e-4:
                take(frame)
                taken += 1
                if taken == len(wanted):
                    break
        container.close()
        return taken

    def seeking():
        container, stream = open_clip()
        taken = 0
        for at in seconds:
            container.seek(int(at / stream.time_base), stream=stream)
            for frame in container.decode(stream):
                if frame.time >= at - 1e-4:
                    take(frame)
                    taken += 1
                    break
        container.close()
        return taken

    return sequential, seeking


def ffmpeg_program(output):
    if plan == "keyframes":
        scale = "scale=%d:%d:flags=area" % (edge, edge)
        return ["ffmpeg", "-v", "error", "-y", "-threads", "1", "-skip_frame", "nokey", "-i", clip,
                "-an", "-vf", scale, "-fps_mode", "passthrough", "-pix_fmt", "rgb24",
                "-f", "rawvideo", "/dev/null"]
    step = seconds[1] - seconds[0]
    tiles = ("select='isnan(prev_selected_t)+gte(t-prev_selected_t\\,%f)',"
             "scale=320:180:flags=area,tile=6x5" % (step - 1e-4))
    return ["ffmpeg", "-v", "error", "-y", "-threads", "1", "-i", clip, "-an", "-vf", tiles,
            "-frames:v", "1", "-filter_threads", "1", output]


def main():
    if peer == "ffmpeg":
        with tempfile.NamedTemporaryFile(suffix=".jpg") as output:
            subprocess.run(ffmpeg_program(output.name), check=True)
        print("cpu-ms %.3f" % cpu_ms(resource.RUSAGE_CHILDREN))
        return
    ways = {"decord": decord_frames, "torchcodec": torchcodec_frames, "pyav": pyav_frames}[peer]()
    best = None
    for way in ways if isinstance(ways, tuple) else (ways,):
        before = cpu_ms()
        count = way()
        spent = cpu_ms() - before
        if count != len(seconds):
            sys.exit("%d frames of %d" % (count, len(seconds)))
        best = spent if best is None else min(best, spent)
    print("cpu-ms %.3f" % best)


main()
