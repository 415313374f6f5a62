/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.streaming.flow.WorkNote;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Committables as they lie in checkpoints. A change of the form is a new version. */
final class PublicationSerializer implements SimpleVersionedSerializer<Publication> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Publication publication) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(publication.kind().code());
        write(out, publication.item());
        out.writeLong(publication.revision());
        write(out, publication.inputId());
        write(out, publication.stream());
        write(out, publication.traceparent());
        out.writeLong(publication.recordedAtMicros());
        write(out, publication.requestId());
        write(out, publication.topic());
        out.writeInt(publication.partition());
        out.writeLong(publication.offset());
        write(out, publication.uri());
        out.writeLong(publication.inputLength());
        write(out, publication.inputSha256());
        out.writeLong(publication.leafLength());
        write(out, publication.leafSha256());
        writeWork(out, publication.work());
        out.writeInt(publication.body().length);
        out.write(publication.body());
        return bytes.toByteArray();
    }

    @Override
    public Publication deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "committable of version %d; this build reads version %d: restore it with the"
                                    .formatted(version, VERSION)
                            + " build that wrote it and stop that with a savepoint");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        return new Publication(
                Publication.Kind.ofCode(in.readByte()),
                readText(in),
                in.readLong(),
                readText(in),
                read(in),
                read(in),
                in.readLong(),
                readText(in),
                readText(in),
                in.readInt(),
                in.readLong(),
                readText(in),
                in.readLong(),
                read(in),
                in.readLong(),
                read(in),
                readWork(in),
                in.readNBytes(in.readInt()));
    }

    private static void writeWork(DataOutputStream out, WorkNote work) throws IOException {
        out.writeInt(work.attempts());
        write(out, work.worker());
        out.writeLong(work.startedAtMicros());
        out.writeDouble(work.fetchSeconds());
        out.writeDouble(work.queueSeconds());
        out.writeDouble(work.decodeSeconds());
        out.writeDouble(work.engineSeconds());
        out.writeDouble(work.storeSeconds());
        out.writeLong(work.tokensOut());
    }

    private static WorkNote readWork(DataInputStream in) throws IOException {
        return new WorkNote(
                in.readInt(),
                read(in),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readLong());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String readText(DataInputStream in) throws IOException {
        String text = read(in);
        if (text == null) {
            throw new IOException("committable without a text that it must have");
        }
        return text;
    }
}
