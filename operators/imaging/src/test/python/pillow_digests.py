# Copyright 2026 The Tessera Authors
# SPDX-License-Identifier: Apache-2.0
"""Records what Pillow makes of seeded random pictures, as digests that the Java tests compare with.

    pip install pillow==10.4.0 numpy
    python pillow_digests.py ../resources/io/tessera/imaging/resample/pillow-10.4.0.txt

Case i has numbers draw(i, 0), draw(i, 1), ...: source width and height, width and height wanted,
filter, formula and seed. Each line is the SHA-256 over the RGB bytes of GROUP results in turn.
"""
import hashlib
import sys

import numpy as np
from PIL import Image, __version__

CASES, GROUP = 6000, 50
M = 0xFFFFFFFF
FORMULAS = ("mix", "noise", "smooth", "checker", "lines", "bars")


def mash(h):
    h &= M
    h = (h ^ (h >> 13)) * 1274126177 & M
    return h ^ (h >> 16)


def draw(case, number):
    return mash(374761393 * case + 668265263 * number + 97)


def side(h):
    """1 to 256; small sizes as likely as large ones."""
    return 1 + (h >> 8) % (2 << h % 8)


def picture(name, width, height, seed):
    y, x = np.mgrid[0:height, 0:width].astype(np.uint64)
    u = np.uint64
    m = u(M)
    if name == "mix":
        planes = [
            7 * x + 13 * y + ((x * y) >> u(5)) + u(seed),
            3 * x + 5 * y + ((x * x + y * y) >> u(7)) + u(11 * seed),
            11 * x + 2 * y + ((x * y) >> u(3)) + u(29 * seed),
        ]
    elif name == "noise":
        planes = []
        for channel in range(3):
            h = (374761393 * x + 668265263 * y + u(1274126177 * channel + 2654435761 * seed)) & m
            h = ((h ^ (h >> u(13))) * u(1274126177)) & m
            planes.append(h ^ (h >> u(16)))
    elif name == "smooth":
        planes = []
        for channel in range(3):
            v = (u(1 + channel) * x + u(3 - channel) * y + u(17 * seed)) & u(511)
            planes.append(np.where(v < 256, v, 511 - v.astype(np.int64)))
    elif name == "checker":
        k = u(1 + seed % 7)
        both = 255 * ((x // k + y // k) & u(1))
        planes = [both, 255 - both, 255 * ((x // k) & u(1))]
    elif name == "lines":
        p = 5 + seed % 11
        on = (x % u(p) == 0) | (y % u(p + 2) == 0) | ((x + y) % u(p + 5) == 0)
        planes = [np.where(on, a, b) for a, b in ((0, 255), (0, 255), (32, 240))]
    else:
        s = u(seed)
        planes = [
            255 * (((x + s) >> u(2)) & u(1)),
            255 * (((y + s) >> u(2)) & u(1)),
            255 * (((x + y + s) >> u(3)) & u(1)),
        ]
    rgb = np.stack([(p.astype(np.uint64) & u(255)).astype(np.uint8) for p in planes], -1)
    return Image.fromarray(rgb)


def main(target):
    if __version__ != "10.4.0":
        sys.exit("record with pillow 10.4.0; this is " + __version__)
    lines = []
    for start in range(0, CASES, GROUP):
        digest = hashlib.sha256()
        for i in range(start, start + GROUP):
            w, h, nw, nh = (side(draw(i, k)) for k in range(4))
            kernel = (Image.BILINEAR, Image.BICUBIC)[draw(i, 4) & 1]
            name = FORMULAS[(draw(i, 5) >> 4) % len(FORMULAS)]
            image = picture(name, w, h, draw(i, 6) % 1000)
            digest.update(image.resize((nw, nh), kernel).tobytes())
        lines.append(digest.hexdigest() + "\n")
    with open(target, "w") as f:
        f.writelines(lines)


if __name__ == "__main__":
    main(sys.argv[1])
