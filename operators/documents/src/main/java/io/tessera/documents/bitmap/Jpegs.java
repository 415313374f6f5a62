/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.bitmap;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures for people. Equal pictures give equal bytes on one version of Java. */
public final class Jpegs {
    private static final float QUALITY = 0.8f;

    private Jpegs() {}

    public static byte[] encode(Bitmap image) {
        BufferedImage awt = toAwt(image);
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(awt, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The JDK's own writer, whatever else is on the class path. */
    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no JPEG writer");
    }

    static BufferedImage toAwt(Bitmap image) {
        if (image.channels() == 1) {
            BufferedImage grey =
                    new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] target = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
            System.arraycopy(image.bytes(), 0, target, 0, target.length);
            return grey;
        }
        BufferedImage awt =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) awt.getRaster().getDataBuffer()).getData();
        byte[] rgb = image.bytes();
        for (int i = 0; i < rgb.length; i += 3) {
            target[i] = rgb[i + 2];
            target[i + 1] = rgb[i + 1];
            target[i + 2] = rgb[i];
        }
        return awt;
    }
}
