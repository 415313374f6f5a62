/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.models.checkpoint.BadCheckpoint;
import io.tessera.models.checkpoint.SafetensorsFile;
import io.tessera.models.checkpoint.TensorLocation;
import io.tessera.models.checkpoint.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** One recorded case and the files beside it. */
public final class RecordedCase {
    private final Path folder;
    private final JsonNode json;

    RecordedCase(Path folder, JsonNode json) {
        this.folder = folder;
        this.json = json;
    }

    /** Identifier, unique in the folder. */
    public String id() {
        return json.path("id").asText("?");
    }

    /** What is checked. */
    public String kind() {
        return json.path("kind").asText("?");
    }

    /** The whole case. */
    public JsonNode json() {
        return json;
    }

    /** What must come out. */
    public JsonNode expect() {
        return json.path("expect");
    }

    /** The folder that holds the recordings; paths of the case are relative to it. */
    public Path folder() {
        return folder;
    }

    /** The case's options by name; numbers and truth values in their JSON spelling. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        for (Map.Entry<String, JsonNode> option : json.path("options").properties()) {
            JsonNode value = option.getValue();
            options.put(option.getKey(), value.isNull() ? "none" : value.asText());
        }
        return options;
    }

    /** The picture that the case starts from, checked against its recorded digest if it has one. */
    public RgbImage picture() throws IOException, CannotCheck {
        RgbImage image = picture(json);
        JsonNode digest = json.path("rgb_sha256");
        if (digest.isTextual() && !digest.asText().equals(image.sha256())) {
            throw new IOException(
                    "%s is decoded to other pixels (%s) than recorded; this is the decoder's doing"
                            .formatted(json.path("image").asText(), image.sha256()));
        }
        return image;
    }

    /** A picture by {@code formula} or path: a text, or an object with either. */
    public RgbImage picture(JsonNode source) throws IOException, CannotCheck {
        JsonNode formula = source.path("formula");
        if (formula.isObject()) {
            JsonNode size = formula.path("size");
            return FormulaImage.draw(
                    formula.path("name").asText(),
                    size.path(0).asInt(),
                    size.path(1).asInt(),
                    formula.path("seed").asInt());
        }
        String name = source.isTextual() ? source.asText() : source.path("image").asText();
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new CannotCheck(name + " is not there; copy it beside the recordings");
        }
        return PictureFile.read(file);
    }

    /** A tensor of floats named {@code FILE.safetensors#NAME}. */
    public float[] floats(String reference) throws IOException, CannotCheck, BadCheckpoint {
        ByteBuffer bytes = tensor(reference, TensorType.F32);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** A tensor of 64-bit integers named {@code FILE.safetensors#NAME}. */
    public long[] longs(String reference) throws IOException, CannotCheck, BadCheckpoint {
        ByteBuffer bytes = tensor(reference, TensorType.I64);
        long[] values = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        return values;
    }

    private ByteBuffer tensor(String reference, TensorType type)
            throws IOException, CannotCheck, BadCheckpoint {
        String[] parts = reference.split("#", 2);
        Path file = folder.resolve("tensors").resolve(parts[0]);
        if (!Files.isRegularFile(file)) {
            throw new CannotCheck("tensors/" + parts[0] + " is not there");
        }
        TensorLocation place = SafetensorsFile.read(file).get(parts[parts.length - 1]);
        if (place == null || place.type() != type) {
            throw new IOException("tensors/%s holds no %s tensor".formatted(reference, type));
        }
        int length = Math.toIntExact(place.elements() * type.bytes());
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.offset() + bytes.position()) < 0) {
                    throw new IOException("tensors/" + parts[0] + " is cut short");
                }
            }
        }
        return bytes.flip();
    }
}
