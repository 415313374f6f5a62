/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures with a line of text, in the formats and of the kinds that people send. */
final class DrawnImages {
    static final String TEXT = "Ferry leaves at noon";

    private DrawnImages() {}

    static BufferedImage drawn(int type, Color paper, Color ink) {
        BufferedImage image = new BufferedImage(700, 300, type);
        Graphics2D graphics = image.createGraphics();
        if (paper.getAlpha() > 0) {
            graphics.setColor(paper);
            graphics.fillRect(0, 0, 700, 300);
        }
        graphics.setColor(ink);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        graphics.drawString(TEXT, 60, 160);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    static byte[] encoded(String format) throws IOException {
        return encoded(drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK), format);
    }

    /** A JPEG that was stored turned and says so in its EXIF block. */
    static byte[] turnedJpeg(int orientation) throws IOException {
        BufferedImage upright = drawn(BufferedImage.TYPE_INT_RGB, Color.WHITE, Color.BLACK);
        BufferedImage stored = new BufferedImage(300, 700, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 700; x++) {
                int pixel = upright.getRGB(x, y);
                if (orientation == 6) {
                    stored.setRGB(y, 699 - x, pixel);
                } else {
                    stored.setRGB(299 - y, x, pixel);
                }
            }
        }
        byte[] jpeg = encoded(stored, "jpeg");
        ByteBuffer exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(Arrays.copyOf(exif.array(), exif.position()));
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** The first bytes of a PNG that claims a size and has no pixels. */
    static byte[] claimingPng(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(64);
        png.putInt(0x89504e47).putInt(0x0d0a1a0a).putInt(13).put("IHDR".getBytes(ISO_8859_1));
        png.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return png.array();
    }
}
