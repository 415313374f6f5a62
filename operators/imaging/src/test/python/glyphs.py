# Copyright 2026 The Tessera Authors
# SPDX-License-Identifier: Apache-2.0
"""Rasterises the label font: printable ASCII of DejaVu Sans in a few sizes, as coverage bytes.

    pip install pillow==10.4.0
    python glyphs.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf \
        ../../main/resources/io/tessera/imaging/composite/labels.bin

All numbers are big endian. The file holds the count of sizes (u16), then for each size: pixels,
ascent, descent (u16 each), then 95 glyphs from the space on: advance (u16, whole pixels), left and
top of the ink box measured from pen and ascender line (i16), width and height (u16), coverage rows.
"""
import struct
import sys

from PIL import Image, ImageDraw, ImageFont

SIZES = (12, 16, 24, 40)


def main(font_file, target):
    out = bytearray(struct.pack(">H", len(SIZES)))
    for size in SIZES:
        font = ImageFont.truetype(font_file, size, layout_engine=ImageFont.Layout.BASIC)
        ascent, descent = font.getmetrics()
        out += struct.pack(">HHH", size, ascent, descent)
        for code in range(32, 127):
            pad = size
            sheet = Image.new("L", (4 * size, 4 * size), 0)
            ImageDraw.Draw(sheet).text((pad, pad), chr(code), fill=255, font=font, anchor="la")
            box = sheet.getbbox() or (pad, pad, pad, pad)
            left, top, right, bottom = box
            out += struct.pack(
                ">HhhHH",
                round(font.getlength(chr(code))),
                left - pad,
                top - pad,
                right - left,
                bottom - top,
            )
            out += sheet.crop(box).tobytes()
    with open(target, "wb") as f:
        f.write(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
