/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws short labels in printable ASCII from a table of glyphs shipped with the module (DejaVu
 * Sans), so that they look the same everywhere and need no font of the machine. Other characters
 * are drawn as a question mark. Immutable.
 */
public final class LabelFont {
    private static final int FIRST = ' ';
    private static final int COUNT = '~' - ' ' + 1;

    private record Glyph(int advance, int left, int top, int width, int height, int inkAt) {}

    private static final class Table {
        static final List<LabelFont> SIZES = load();
    }

    private final int pixels;
    private final int ascent;
    private final int descent;
    private final List<Glyph> glyphs;
    private final byte[] ink;

    private LabelFont(int pixels, int ascent, int descent, List<Glyph> glyphs, byte[] ink) {
        this.pixels = pixels;
        this.ascent = ascent;
        this.descent = descent;
        this.glyphs = List.copyOf(glyphs);
        this.ink = ink;
    }

    /**
     * The largest size that is not above {@code pixels}, or the smallest there is.
     *
     * @param pixels wanted nominal size; a line is about 1.2 times as high
     */
    public static LabelFont ofSize(int pixels) {
        LabelFont best = Table.SIZES.get(0);
        for (LabelFont font : Table.SIZES) {
            if (font.pixels <= pixels) {
                best = font;
            }
        }
        return best;
    }

    private static List<LabelFont> load() {
        try (InputStream in = LabelFont.class.getResourceAsStream("labels.bin")) {
            if (in == null) {
                throw new IllegalStateException("labels.bin is missing from the imaging module");
            }
            DataInputStream table = new DataInputStream(in);
            List<LabelFont> fonts = new ArrayList<>();
            for (int left = table.readUnsignedShort(); left > 0; left--) {
                fonts.add(read(table));
            }
            return List.copyOf(fonts);
        } catch (IOException e) {
            throw new UncheckedIOException("labels.bin of the imaging module is cut short", e);
        }
    }

    private static LabelFont read(DataInputStream table) throws IOException {
        int pixels = table.readUnsignedShort();
        int ascent = table.readUnsignedShort();
        int descent = table.readUnsignedShort();
        List<Glyph> glyphs = new ArrayList<>(COUNT);
        ByteArrayOutputStream ink = new ByteArrayOutputStream();
        for (int i = 0; i < COUNT; i++) {
            int advance = table.readUnsignedShort();
            int left = table.readShort();
            int top = table.readShort();
            int width = table.readUnsignedShort();
            int height = table.readUnsignedShort();
            glyphs.add(new Glyph(advance, left, top, width, height, ink.size()));
            ink.writeBytes(table.readNBytes(width * height));
        }
        return new LabelFont(pixels, ascent, descent, glyphs, ink.toByteArray());
    }

    /** Nominal size. */
    public int pixels() {
        return pixels;
    }

    /** Pixels from the ascender line to the lowest descender. */
    public int lineHeight() {
        return ascent + descent;
    }

    /** Pixels that {@code text} moves the pen. */
    public int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += glyph(text.charAt(i)).advance();
        }
        return width;
    }

    /**
     * Draws {@code text} with its ascender line at {@code y} and its pen starting at {@code x}.
     *
     * @param clip no pixel outside it is touched; must lie in {@code target}
     * @param rgb colour of the ink, {@code 0xRRGGBB}
     */
    public void draw(RgbImage target, Box clip, int x, int y, String text, int rgb) {
        RgbImage area = target.crop(clip);
        int pen = x - clip.x();
        for (int i = 0; i < text.length(); i++) {
            Glyph glyph = glyph(text.charAt(i));
            draw(area, glyph, pen + glyph.left(), y - clip.y() + glyph.top(), rgb);
            pen += glyph.advance();
        }
    }

    private void draw(RgbImage area, Glyph glyph, int x, int y, int rgb) {
        byte[] pixel = new byte[3];
        for (int j = Math.max(0, -y); j < glyph.height() && y + j < area.height(); j++) {
            for (int i = Math.max(0, -x); i < glyph.width() && x + i < area.width(); i++) {
                int cover = ink[glyph.inkAt() + j * glyph.width() + i] & 255;
                if (cover != 0) {
                    blend(area.rgb(x + i, y + j), rgb, cover, pixel);
                    area.putRow(x + i, y + j, 1, pixel, 0);
                }
            }
        }
    }

    private static void blend(int under, int over, int ink, byte[] pixel) {
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            int below = under >> shift & 255;
            int above = over >> shift & 255;
            pixel[channel] = (byte) ((below * (255 - ink) + above * ink + 127) / 255);
        }
    }

    private Glyph glyph(char c) {
        int index = c - FIRST;
        return glyphs.get(index >= 0 && index < COUNT ? index : '?' - FIRST);
    }
}
