/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a {@code tokenizer.model}: protobuf whose field 1, repeated, is one piece each in
 * order of ids (1 text, 2 score, 3 type; other fields are skipped). Unlike some releases of the
 * SentencePiece library it accepts the piece that is the NUL character, which InternLM2's file has.
 *
 * @param pieces in order of ids
 */
record SentencePieceModel(List<Piece> pieces) {
    private static final long MAX_BYTES = 64L << 20;

    /** What a piece is for. */
    enum Type {
        NORMAL,
        UNKNOWN,
        CONTROL,
        USER_DEFINED,
        UNUSED,
        BYTE
    }

    /** One piece; scores order merges. */
    record Piece(String text, float score, Type type) {}

    SentencePieceModel {
        pieces = List.copyOf(pieces);
    }

    /**
     * Reads a file of at most 64 MiB.
     *
     * @throws IOException naming the file where it is not such a model
     */
    static SentencePieceModel read(Path file) throws IOException {
        long length = Files.size(file);
        if (length > MAX_BYTES) {
            throw new IOException(
                    "%s has %d bytes, more than the %d of any tokenizer; check the file"
                            .formatted(file, length, MAX_BYTES));
        }
        try {
            ByteBuffer in =
                    ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            List<Piece> pieces = new ArrayList<>();
            while (in.hasRemaining()) {
                long key = varint(in);
                if (key == (1 << 3 | 2)) {
                    pieces.add(piece(slice(in)));
                } else {
                    skip(in, (int) (key & 7));
                }
            }
            if (pieces.isEmpty()) {
                throw new IOException(file + " holds no pieces; it is no SentencePiece model");
            }
            return new SentencePieceModel(pieces);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(
                    file + " is no SentencePiece model or is cut off; download it again", e);
        }
    }

    private static Piece piece(ByteBuffer in) {
        String text = "";
        float score = 0;
        int type = 1;
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key) {
                case 1 << 3 | 2 -> text = StandardCharsets.UTF_8.decode(slice(in)).toString();
                case 2 << 3 | 5 -> score = in.getFloat();
                case 3 << 3 -> type = (int) varint(in);
                default -> skip(in, key & 7);
            }
        }
        if (type < 1 || type > Type.values().length) {
            throw new IllegalArgumentException("unknown type of piece: " + type);
        }
        return new Piece(text, score, Type.values()[type - 1]);
    }

    private static ByteBuffer slice(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return part;
    }

    private static void skip(ByteBuffer in, int wireType) {
        switch (wireType) {
            case 0 -> varint(in);
            case 1 -> in.getLong();
            case 2 -> slice(in);
            case 5 -> in.getInt();
            default -> throw new IllegalArgumentException("unknown wire type: " + wireType);
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("number of more than 10 bytes");
    }
}
