/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.family;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.checkpoint.BadCheckpoint;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.CheckpointFolder;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.checkpoint.Inventory;
import io.tessera.models.prompt.ChatTemplate;
import io.tessera.models.prompt.InternVlTemplate;
import io.tessera.models.prompt.Prompt;
import io.tessera.models.prompt.XComposerTemplate;
import io.tessera.models.schedule.PromptPart;
import io.tessera.models.tokenizer.Tokenizer;
import io.tessera.models.tokenizer.TokenizerFolder;
import io.tessera.models.torch.Adapter;
import io.tessera.models.torch.Rows;
import io.tessera.models.torch.TorchDecoder;
import io.tessera.models.torch.TorchTower;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A loaded checkpoint: tokenizer, template, vision path and decoder. */
public final class FamilyModel implements AutoCloseable {
    private final Checkpoint checkpoint;
    private final Tokenizer tokenizer;
    private final ChatTemplate template;
    private final VisionPath vision;
    private final TorchDecoder decoder;

    private FamilyModel(
            Checkpoint checkpoint,
            Tokenizer tokenizer,
            ChatTemplate template,
            VisionPath vision,
            TorchDecoder decoder) {
        this.checkpoint = checkpoint;
        this.tokenizer = tokenizer;
        this.template = template;
        this.vision = vision;
        this.decoder = decoder;
    }

    /**
     * Loads a folder as it was published.
     *
     * @throws BadCheckpoint saying what is missing or wrong, before anything native is made
     */
    public static FamilyModel open(Path folder, ModelSettings settings) throws BadCheckpoint {
        Checkpoint checkpoint = CheckpointFolder.open(folder);
        Inventory.of(checkpoint).require(checkpoint);
        if (settings.adapter() != Adapter.BASE && checkpoint.family() != Family.XCOMPOSER2D5) {
            throw new BadCheckpoint(
                    "%s is %s, which has no task adapters; only XComposer-2.5 has"
                            .formatted(folder, checkpoint.family().id()));
        }
        Tokenizer tokenizer = tokenizer(folder);
        if (tokenizer.size() > checkpoint.language().vocabulary()) {
            throw new BadCheckpoint(
                    "%s: the tokenizer has %d ids, the embedding %d rows; files of two checkpoints"
                                    .formatted(
                                            folder,
                                            tokenizer.size(),
                                            checkpoint.language().vocabulary())
                            + " are mixed");
        }
        ChatTemplate template =
                checkpoint.family() == Family.INTERNVL2_5
                        ? new InternVlTemplate(tokenizer, SystemText.internVl(checkpoint.config()))
                        : new XComposerTemplate(
                                checkpoint.family(), tokenizer, checkpoint.language().maxPrompt());
        TorchDecoder decoder =
                TorchDecoder.load(checkpoint, settings.precision(), settings.adapter());
        try {
            VisionPath vision =
                    new VisionPath(checkpoint, TorchTower.load(checkpoint, settings.bf16Tower()));
            return new FamilyModel(checkpoint, tokenizer, template, vision, decoder);
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static Tokenizer tokenizer(Path folder) throws BadCheckpoint {
        try {
            return TokenizerFolder.read(folder);
        } catch (IOException e) {
            throw new BadCheckpoint(String.valueOf(e.getMessage()), e);
        }
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public ChatTemplate template() {
        return template;
    }

    public VisionPath vision() {
        return vision;
    }

    public TorchDecoder decoder() {
        return decoder;
    }

    /**
     * The prompt in parts.
     *
     * @param images rows of each image in order
     * @param keys what each image is told by
     */
    public static List<PromptPart> parts(Prompt prompt, List<Rows> images, List<String> keys) {
        List<PromptPart> parts = new ArrayList<>();
        int[] ids = prompt.ids();
        int from = 0;
        while (from < ids.length) {
            int to = from + 1;
            while (to < ids.length && (ids[from] < 0 ? ids[to] == ids[from] : ids[to] >= 0)) {
                to++;
            }
            if (ids[from] >= 0) {
                parts.add(PromptPart.text(Arrays.copyOfRange(ids, from, to)));
            } else {
                Rows rows = images.get(-1 - ids[from]);
                // A prompt that was cut may end inside an image.
                parts.add(
                        PromptPart.image(
                                to - from == rows.count() ? rows : rows.slice(0, to - from),
                                keys.get(-1 - ids[from])));
            }
            from = to;
        }
        return parts;
    }

    /** Ids that the library's repetition penalty counts as written before the first step. */
    public List<Integer> penalised(Prompt prompt) {
        if (prompt.penalised()) {
            return Arrays.stream(prompt.ids()).boxed().toList();
        }
        JsonNode config = checkpoint.config();
        for (String part : List.of("llm_config", "text_config")) {
            config = config.has(part) ? config.get(part) : config;
        }
        int bos = config.path("bos_token_id").asInt(-1);
        return bos < 0 ? List.of() : List.of(bos);
    }

    @Override
    public void close() {
        vision.close();
        decoder.close();
    }
}
