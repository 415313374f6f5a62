/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.checkpoint.BadCheckpoint;
import io.tessera.models.family.FamilyModel;
import io.tessera.models.family.ModelSettings;
import io.tessera.models.family.Picture;
import io.tessera.models.prompt.Message;
import io.tessera.models.prompt.Message.Role;
import io.tessera.models.prompt.Prompt;
import io.tessera.models.schedule.PromptPart;
import io.tessera.models.torch.Adapter;
import io.tessera.models.torch.Precision;
import io.tessera.models.torch.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint that cases are checked on: the last one stays loaded, since cases come checkpoint
 * by checkpoint, and so do the rows of its pictures.
 */
final class LoadedModels implements AutoCloseable {
    private static final int PICTURES_KEPT = 24;

    private final Precision precision;
    private @Nullable String loaded;
    private @Nullable FamilyModel model;
    private final Map<String, Rows> pictures = new LinkedHashMap<>();

    LoadedModels(Precision precision) {
        this.precision = precision;
    }

    /** The checkpoint of a case, loaded for the adapter that the case names. */
    FamilyModel of(RecordedCase recorded) throws CannotCheck, BadCheckpoint {
        String adapter =
                recorded.json()
                        .path("mode")
                        .path("adapter")
                        .asText(recorded.json().path("options").path("adapter").asText("base"));
        String name = recorded.json().path("checkpoint").asText();
        String key = recorded.folder() + "/" + name + ":" + adapter;
        FamilyModel current = model;
        if (current != null && key.equals(loaded)) {
            return current;
        }
        close();
        Path folder = recorded.folder().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new CannotCheck(
                    name + " is not there; copy the checkpoint beside the recordings");
        }
        FamilyModel opened =
                FamilyModel.open(
                        folder,
                        new ModelSettings(
                                precision,
                                false,
                                Adapter.valueOf(adapter.toUpperCase(Locale.ROOT))));
        model = opened;
        loaded = key;
        return opened;
    }

    /** The prompt of a case. */
    Prompt prompt(RecordedCase recorded) throws Exception {
        FamilyModel current = of(recorded);
        List<Picture> images = images(recorded);
        int[] positions = new int[images.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] =
                    current.vision()
                            .positions(images.get(i), familyOptions(recorded), images.size());
        }
        int limit = recorded.json().path("options").path("max_length").asInt(0);
        return current.template().assemble(messages(recorded), positions, limit);
    }

    /** The prompt of a case in parts, its images looked at. */
    List<PromptPart> parts(RecordedCase recorded) throws Exception {
        Prompt prompt = prompt(recorded);
        FamilyModel current = of(recorded);
        List<Picture> images = images(recorded);
        List<Rows> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            String key =
                    recorded.json().path("images").path(i)
                            + familyOptions(recorded).toString()
                            + (images.size() > 1);
            keys.add(key);
            rows.add(rows(current, key, images.get(i), familyOptions(recorded), images.size()));
        }
        return FamilyModel.parts(prompt, rows, keys);
    }

    private Rows rows(
            FamilyModel current,
            String key,
            Picture picture,
            Map<String, String> options,
            int count) {
        Rows known = pictures.get(key);
        if (known != null) {
            return known;
        }
        if (pictures.size() >= PICTURES_KEPT) {
            String oldest = pictures.keySet().iterator().next();
            Rows dropped = pictures.remove(oldest);
            if (dropped != null) {
                dropped.close();
            }
        }
        Rows rows = current.vision().features(picture, options, count);
        pictures.put(key, rows);
        return rows;
    }

    static List<Message> messages(RecordedCase recorded) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : recorded.json().path("messages")) {
            String role = message.path("role").asText().toUpperCase(Locale.ROOT);
            messages.add(new Message(Role.valueOf(role), message.path("text").asText()));
        }
        return messages;
    }

    static List<Picture> images(RecordedCase recorded) throws IOException, CannotCheck {
        List<Picture> images = new ArrayList<>();
        for (JsonNode image : recorded.json().path("images")) {
            images.add(picture(recorded, image));
        }
        return images;
    }

    static Picture picture(RecordedCase recorded, JsonNode source) throws IOException, CannotCheck {
        if (!source.path("frames").isArray()) {
            return Picture.still(recorded.picture(source));
        }
        List<io.tessera.imaging.RgbImage> frames = new ArrayList<>();
        for (JsonNode frame : source.path("frames")) {
            frames.add(recorded.picture(frame));
        }
        return new Picture(frames, true, source.path("labels").asText().equals("blank"));
    }

    /** The case's options that say how pictures are cut. */
    static Map<String, String> familyOptions(RecordedCase recorded) {
        Map<String, String> options = recorded.options();
        options.keySet()
                .retainAll(List.of("hd_num", "min_num", "max_num", "use_thumbnail", "img_size"));
        return options;
    }

    @Override
    public void close() {
        pictures.values().forEach(Rows::close);
        pictures.clear();
        FamilyModel current = model;
        if (current != null) {
            current.close();
        }
        model = null;
        loaded = null;
    }
}
