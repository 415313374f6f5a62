# Copyright 2026 The Tessera Authors
# SPDX-License-Identifier: Apache-2.0
"""Measures what peers need for the same pictures: python peer_imaging.py authors|simd REPEATS

Prints a line a measure, tabs between: name, ms, spread, SHA-256 of the numbers, versions. ms is the
least CPU time of the one thread that works, spread how far the median lies above it.

authors: Pillow + torchvision, each family's published steps; needs pillow (not 13 or newer), torch
and torchvision. simd: Pillow-SIMD + numpy, the least work that gives the tiles.
"""
import hashlib
import math
import sys
import time

import numpy as np
import PIL
from PIL import Image

W, H = 3840, 2160
CLIP = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
HD = {"xcomposer2d5": (560, 24, 1.0, False), "xcomposer2-4khd": (336, 55, math.inf, True)}


def mix(seed=1):
    y, x = np.mgrid[0:H, 0:W]
    planes = [
        7 * x + 13 * y + (x * y >> 5) + seed,
        3 * x + 5 * y + (x * x + y * y >> 7) + 11 * seed,
        11 * x + 2 * y + (x * y >> 3) + 29 * seed,
    ]
    return Image.fromarray(np.stack([(p & 255).astype(np.uint8) for p in planes], -1))


def hd_size(tile, budget, scale):
    ratio = W / H
    columns = 1
    while columns * math.ceil(columns / ratio) <= budget:
        columns += 1
    columns = min(columns - 1, math.ceil(scale * W / tile) if scale < math.inf else columns - 1)
    width = tile * columns
    return width, int(width / ratio)


def grid(max_num):
    best, least = (1, 1), math.inf
    for area in range(1, max_num + 1):
        for columns in range(1, area + 1):
            if area % columns == 0:
                rows = area // columns
                far = abs(W / H - columns / rows)
                if far < least or (far == least and W * H > 0.5 * 448 * 448 * area):
                    least, best = far, (columns, rows)
    return best


def measure(name, work, repeats, versions):
    times, result = [], None
    for _ in range(repeats):
        result = None
        start = time.thread_time()
        result = work()
        times.append(1000 * (time.thread_time() - start))
    digest = hashlib.sha256(np.ascontiguousarray(result).tobytes()).hexdigest()
    least = min(times)
    spread = sorted(times)[len(times) // 2] / least - 1
    print(name, least, spread, digest, versions, sep="\t", flush=True)


def authors(repeats):
    import torch
    import torchvision
    from torchvision import transforms
    from torchvision.transforms import functional as F

    torch.set_num_threads(1)
    versions = "Pillow %s, torch %s, torchvision %s" % (
        PIL.__version__,
        torch.__version__.split("+")[0],
        torchvision.__version__.split("+")[0],
    )
    image = mix()
    clip = transforms.Compose([transforms.ToTensor(), transforms.Normalize(*CLIP)])
    imagenet = transforms.Compose([transforms.ToTensor(), transforms.Normalize(*IMAGENET)])

    def canvas(family):
        tile, budget, scale, centred = HD[family]
        width, height = hd_size(tile, budget, scale)
        resized = F.resize(image, [height, width])
        total = tile * math.ceil(height / tile)
        top = int((total - height) / 2) if centred else 0
        return clip(F.pad(resized, [0, top, 0, total - height - top], fill=(255, 255, 255)))

    def tiles(family):
        side = HD[family][0]
        whole = canvas(family)
        rows, columns = whole.shape[1] // side, whole.shape[2] // side
        cut = whole.reshape(3, rows, side, columns, side).permute(1, 3, 0, 2, 4)
        return cut.reshape(-1, 3, side, side).contiguous()

    def square():
        return clip(F.resize(image, [490, 490], Image.BICUBIC)).unsqueeze(0)

    def dynamic():
        columns, rows = grid(12)
        resized = image.resize((448 * columns, 448 * rows))
        views = [
            resized.crop((448 * c, 448 * r, 448 * c + 448, 448 * r + 448))
            for r in range(rows)
            for c in range(columns)
        ]
        views.append(image.resize((448, 448)))
        fit = transforms.Resize((448, 448), interpolation=Image.BICUBIC)
        return torch.stack([imagenet(fit(view)) for view in views])

    for family in HD:
        measure("imaging/" + family, lambda f=family: tiles(f), repeats, versions)
    measure("imaging/xcomposer2", square, repeats, versions)
    measure("imaging/internvl2_5", dynamic, repeats, versions)
    for family, (side, _, _, _) in HD.items():
        whole = canvas(family)[None]
        measure(
            "imaging/%s/global" % family,
            lambda w=whole, s=side: torch.nn.functional.interpolate(w, size=(s, s), mode="bicubic"),
            repeats,
            versions,
        )


def simd(repeats):
    versions = "Pillow-SIMD %s, numpy %s" % (PIL.__version__, np.__version__)
    if "post" not in PIL.__version__:
        sys.exit("this is Pillow, not Pillow-SIMD")
    image = mix()

    def scales(statistics):
        mean, std = np.array(statistics[0]), np.array(statistics[1])
        return (1 / (255 * std)).astype(np.float32), (-mean / std).astype(np.float32)

    def put(pixels, scale, bias, out):
        for channel in range(3):
            np.multiply(pixels[:, :, channel], scale[channel], out=out[channel], dtype=np.float32)
            out[channel] += bias[channel]

    def hd(family):
        side, budget, cap, centred = HD[family]
        width, height = hd_size(side, budget, cap)
        scale, bias = scales(CLIP)
        rows, columns = math.ceil(height / side), width // side
        pixels = np.asarray(image.resize((width, height), Image.BILINEAR))
        top = int((rows * side - height) / 2) if centred else 0
        out = np.empty((rows * columns, 3, side, side), np.float32)
        for r in range(rows):
            first, last = max(r * side - top, 0), min((r + 1) * side - top, height)
            above = first + top - r * side
            below = above + last - first
            for c in range(columns):
                tile = out[r * columns + c]
                for channel in range(3):
                    white = 255 * scale[channel] + bias[channel]
                    tile[channel, :above] = white
                    tile[channel, below:] = white
                put(pixels[first:last, c * side : (c + 1) * side], scale, bias, tile[:, above:below])
        return out

    def square():
        scale, bias = scales(CLIP)
        out = np.empty((1, 3, 490, 490), np.float32)
        put(np.asarray(image.resize((490, 490), Image.BICUBIC)), scale, bias, out[0])
        return out

    def dynamic():
        scale, bias = scales(IMAGENET)
        columns, rows = grid(12)
        out = np.empty((columns * rows + 1, 3, 448, 448), np.float32)
        pixels = np.asarray(image.resize((448 * columns, 448 * rows), Image.BICUBIC))
        for i in range(columns * rows):
            r, c = divmod(i, columns)
            put(pixels[448 * r : 448 * r + 448, 448 * c : 448 * c + 448], scale, bias, out[i])
        put(np.asarray(image.resize((448, 448), Image.BICUBIC)), scale, bias, out[-1])
        return out

    for family in HD:
        measure("imaging/" + family, lambda f=family: hd(f), repeats, versions)
    measure("imaging/xcomposer2", square, repeats, versions)
    measure("imaging/internvl2_5", dynamic, repeats, versions)


if __name__ == "__main__":
    {"authors": authors, "simd": simd}[sys.argv[1]](int(sys.argv[2]))
