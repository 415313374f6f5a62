/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packages a TorchScript module from its readable source: a zip of stored entries ({@code version},
 * {@code constants.pkl}, {@code data.pkl}, {@code code/__torch__.py}) as libtorch 2.7 reads it. The
 * module has no weights; those are handed to it after loading.
 */
final class ModulePackage {
    private static final byte PROTO = (byte) 0x80;
    private static final byte NEWOBJ = (byte) 0x81;
    private static final byte NEWFALSE = (byte) 0x89;

    private ModulePackage() {}

    /** The bytes of the module whose source is the resource {@code NAME.torchscript}. */
    static byte[] of(String name) {
        byte[] source = source(name);
        boolean ownState = new String(source, StandardCharsets.UTF_8).contains("def __setstate__(");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "module/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "module/constants.pkl", new byte[] {PROTO, 2, ')', '.'});
            store(zip, "module/data.pkl", object(name, ownState));
            store(zip, "module/code/__torch__.py", source);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] source(String name) {
        try (InputStream in = ModulePackage.class.getResourceAsStream(name + ".torchscript")) {
            if (in == null) {
                throw new IllegalArgumentException("no module source: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the module source cannot be read: " + name, e);
        }
    }

    /** A pickled object of the class, whose state is false or a dict with the training flag. */
    private static byte[] object(String name, boolean ownState) {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(PROTO);
        pickle.write(2);
        pickle.writeBytes(("c__torch__\n" + name + "\n)").getBytes(StandardCharsets.US_ASCII));
        pickle.write(NEWOBJ);
        if (ownState) {
            pickle.write(NEWFALSE);
        } else {
            byte[] training = "training".getBytes(StandardCharsets.US_ASCII);
            pickle.writeBytes(new byte[] {'}', 'X', (byte) training.length, 0, 0, 0});
            pickle.writeBytes(training);
            pickle.write(NEWFALSE);
            pickle.write('s');
        }
        pickle.write('b');
        pickle.write('.');
        return pickle.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
