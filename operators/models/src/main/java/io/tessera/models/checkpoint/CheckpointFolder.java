/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tessera.models.checkpoint.LanguageShape.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a folder as it was downloaded: configuration, index and the headers of its weight files.
 */
public final class CheckpointFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMBEDDINGS = "vit.vision_tower.vision_model.embeddings.";
    private static final int POSITIONS_OF_560 = 1601;
    private static final int CLIP_HEAD = 64;

    private CheckpointFolder() {}

    /**
     * Reads what the folder is, without reading weights.
     *
     * @throws BadCheckpoint saying which file is missing or wrong and what to do
     */
    public static Checkpoint open(Path folder) throws BadCheckpoint {
        try {
            JsonNode config = config(folder);
            Map<String, TensorLocation> tensors = tensors(folder);
            boolean renamed = config.has("text_config");
            if (renamed) {
                tensors = HubRenames.apply(tensors);
            }
            return config.has("vision_config")
                    ? internVl(folder, config, tensors)
                    : xcomposer(folder, config, tensors);
        } catch (IOException e) {
            throw new BadCheckpoint("%s cannot be read (%s)".formatted(folder, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new BadCheckpoint(
                    "%s: config.json and tensors contradict each other (%s)"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static JsonNode config(Path folder) throws IOException, BadCheckpoint {
        Path file = folder.resolve("config.json");
        if (!Files.isRegularFile(file)) {
            throw new BadCheckpoint(
                    folder + " has no config.json; give the folder of a downloaded checkpoint");
        }
        try {
            JsonNode config = JSON.readTree(file.toFile());
            if (config == null || !config.isObject()) {
                throw new BadCheckpoint(file + " is no JSON object");
            }
            return config;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new BadCheckpoint(file + " is no JSON; download it again", e);
        }
    }

    private static Map<String, TensorLocation> tensors(Path folder)
            throws IOException, BadCheckpoint {
        Map<String, TensorLocation> tensors = new LinkedHashMap<>();
        for (Path file : weightFiles(folder)) {
            Map<String, TensorLocation> part =
                    file.toString().endsWith(".safetensors")
                            ? SafetensorsFile.read(file)
                            : TorchFile.read(file);
            tensors.putAll(part);
        }
        return tensors;
    }

    /**
     * The weight files in order of names: those that an index names, or the only ones there are.
     */
    static List<Path> weightFiles(Path folder) throws IOException, BadCheckpoint {
        for (String index :
                List.of("model.safetensors.index.json", "pytorch_model.bin.index.json")) {
            Path file = folder.resolve(index);
            if (Files.isRegularFile(file)) {
                return indexed(folder, file);
            }
        }
        for (String single : List.of("model.safetensors", "pytorch_model.bin")) {
            if (Files.isRegularFile(folder.resolve(single))) {
                return List.of(folder.resolve(single));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> partial =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".safetensors") || name.endsWith(".bin"))
                            .sorted()
                            .toList();
            throw new BadCheckpoint(
                    partial.isEmpty()
                            ? folder
                                    + " holds no weights (model.safetensors, pytorch_model.bin or"
                                    + " an index of shards); download the whole repository"
                            : "%s holds the shards %s but no index; download the *.index.json too"
                                    .formatted(folder, partial));
        }
    }

    private static List<Path> indexed(Path folder, Path index) throws IOException, BadCheckpoint {
        TreeSet<String> names = new TreeSet<>();
        JSON.readTree(index.toFile()).path("weight_map").forEach(name -> names.add(name.asText()));
        for (String name : names) {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new BadCheckpoint(
                        "%s names the file '%s', which is no plain name; refused"
                                .formatted(index, name));
            }
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new BadCheckpoint("%s is missing in %s; download it".formatted(name, folder));
            }
        }
        if (names.isEmpty()) {
            throw new BadCheckpoint(index + " names no files");
        }
        return names.stream().map(folder::resolve).toList();
    }

    private static Checkpoint internVl(
            Path folder, JsonNode config, Map<String, TensorLocation> tensors)
            throws BadCheckpoint {
        JsonNode text =
                config.has("llm_config") ? config.get("llm_config") : config.get("text_config");
        JsonNode vision = config.get("vision_config");
        if (text == null) {
            throw new BadCheckpoint(
                    folder
                            + "/config.json has a vision_config but neither llm_config nor"
                            + " text_config; this is no InternVL 2.5 checkpoint");
        }
        boolean packed = tensors.containsKey("language_model.model.layers.0.attention.wqkv.weight");
        JsonNode side = vision.path("image_size");
        int pixels = side.isArray() ? side.path(0).asInt(448) : side.asInt(448);
        TowerShape tower =
                new TowerShape(
                        TowerShape.Kind.INTERN_VIT,
                        vision.path("hidden_size").asInt(),
                        vision.path("num_hidden_layers").asInt(),
                        vision.path("num_attention_heads").asInt(),
                        vision.path("intermediate_size").asInt(),
                        pixels / TowerShape.PATCH,
                        vision.path("layer_norm_eps").asDouble(1e-6),
                        vision.path("norm_type").asText("layer_norm").equals("rms_norm"),
                        vision.path("qk_normalization")
                                .asBoolean(vision.path("use_qk_norm").asBoolean(false)),
                        vision.path("qkv_bias")
                                .asBoolean(vision.path("attention_bias").asBoolean(true)));
        LanguageShape language =
                language(text, packed ? Layout.INTERNLM2 : Layout.SEPARATE, packed);
        return new Checkpoint(folder, Family.INTERNVL2_5, config, language, tower, tensors);
    }

    private static Checkpoint xcomposer(
            Path folder, JsonNode config, Map<String, TensorLocation> tensors)
            throws BadCheckpoint {
        TensorLocation embedding = tensors.get(EMBEDDINGS + "class_embedding");
        TensorLocation positions = tensors.get(EMBEDDINGS + "position_embedding.weight");
        TensorLocation fc1 =
                tensors.get("vit.vision_tower.vision_model.encoder.layers.0.mlp.fc1.weight");
        if (embedding == null || positions == null || fc1 == null) {
            throw new BadCheckpoint(
                    folder
                            + " has neither a vision_config nor the tensors of XComposer's tower;"
                            + " Tessera reads InternVL 2.5 and InternLM-XComposer2, 2-4KHD and"
                            + " 2.5");
        }
        long rows = positions.shape().get(0);
        int grid = (int) Math.round(Math.sqrt((double) rows - 1));
        if ((long) grid * grid + 1 != rows) {
            throw new BadCheckpoint(
                    "%s: a position table of %d rows is no square grid and a class row"
                            .formatted(folder, rows));
        }
        int width = Math.toIntExact(embedding.shape().get(embedding.shape().size() - 1));
        TowerShape tower =
                new TowerShape(
                        TowerShape.Kind.CLIP,
                        width,
                        layers(tensors, "vit.vision_tower.vision_model.encoder.layers."),
                        width / CLIP_HEAD,
                        Math.toIntExact(fc1.shape().get(0)),
                        grid,
                        1e-5,
                        false,
                        false,
                        true);
        Family family =
                !tensors.containsKey("plora_glb_GN")
                        ? Family.XCOMPOSER2
                        : rows == POSITIONS_OF_560 ? Family.XCOMPOSER2D5 : Family.XCOMPOSER2_4KHD;
        return new Checkpoint(
                folder, family, config, language(config, Layout.INTERNLM2, true), tower, tensors);
    }

    private static int layers(Map<String, TensorLocation> tensors, String prefix) {
        return 1
                + tensors.keySet().stream()
                        .filter(name -> name.startsWith(prefix))
                        .mapToInt(
                                name ->
                                        Integer.parseInt(
                                                name.substring(
                                                        prefix.length(),
                                                        name.indexOf('.', prefix.length()))))
                        .max()
                        .orElse(-1);
    }

    private static LanguageShape language(JsonNode config, Layout layout, boolean ntk) {
        int hidden = config.path("hidden_size").asInt();
        int heads = config.path("num_attention_heads").asInt();
        JsonNode scaling = config.path("rope_scaling");
        boolean dynamic =
                scaling.path("type").asText(scaling.path("rope_type").asText()).equals("dynamic");
        return new LanguageShape(
                layout,
                hidden,
                config.path("num_hidden_layers").asInt(),
                heads,
                config.path("num_key_value_heads").asInt(heads),
                heads > 0 ? hidden / heads : 0,
                config.path("intermediate_size").asInt(),
                config.path("vocab_size").asInt(),
                config.path("rms_norm_eps").asDouble(1e-6),
                config.path("rope_theta").asDouble(10000),
                ntk && dynamic ? scaling.path("factor").asDouble(1) : 0,
                config.path("max_position_embeddings").asInt(),
                config.path("max_length").asInt(0));
    }
}
