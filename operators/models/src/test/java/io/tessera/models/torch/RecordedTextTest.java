/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.CheckpointFolder;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.prompt.ChatTemplate;
import io.tessera.models.prompt.InternVlTemplate;
import io.tessera.models.prompt.Message;
import io.tessera.models.prompt.XComposerTemplate;
import io.tessera.models.testing.Recorded;
import io.tessera.models.tokenizer.Tokenizer;
import io.tessera.models.tokenizer.TokenizerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTextTest {
    @ParameterizedTest
    @CsvSource({
        "xcomposer2d5, xcomposer2d5",
        "xcomposer2-4khd, xcomposer2-4khd",
        "xcomposer2-vl, xcomposer2-vl",
        "internvl2_5-internlm, internvl-logits",
        "internvl2_5-qwen, internvl-logits",
    })
    void argmaxOfTextPrompts(String name, String topic) throws Exception {
        Path folder = Recorded.folder().resolve("checkpoints").resolve(name);
        Checkpoint checkpoint = CheckpointFolder.open(folder);
        Tokenizer tokenizer = TokenizerFolder.read(folder);
        ChatTemplate template =
                checkpoint.family() == Family.INTERNVL2_5
                        ? new InternVlTemplate(
                                tokenizer,
                                Files.readString(
                                        Path.of(
                                                "src/main/resources/io/tessera/models/family/internvl2_5-system.txt")))
                        : new XComposerTemplate(
                                checkpoint.family(), tokenizer, checkpoint.language().maxPrompt());
        try (TorchDecoder decoder = TorchDecoder.load(checkpoint, Precision.FP32, Adapter.BASE)) {
            int compared = 0;
            for (JsonNode recorded : Recorded.cases(topic, "prefill")) {
                if (!recorded.path("checkpoint").asText().endsWith("/" + name)
                        || !recorded.path("images").isEmpty()
                        || recorded.path("options").has("adapter")) {
                    continue;
                }
                List<Message> messages = new ArrayList<>();
                for (JsonNode m : recorded.path("messages")) {
                    messages.add(
                            new Message(
                                    Message.Role.valueOf(
                                            m.path("role").asText().toUpperCase(Locale.ROOT)),
                                    m.path("text").asText()));
                }
                int[] ids = template.assemble(messages, new int[0], 0).ids();
                assertThat(ids.length).isEqualTo(recorded.path("expect").path("length").asInt());
                try (Sequence sequence = decoder.newSequence(ids.length);
                        Rows rows = decoder.embed(ids)) {
                    float[] logits =
                            decoder.forward(List.of(new DecoderStep(sequence, List.of(rows), 0)))[
                                    0];
                    int best = 0;
                    double sum = 0;
                    for (int i = 0; i < logits.length; i++) {
                        best = logits[i] > logits[best] ? i : best;
                        sum += Math.exp(logits[i]);
                    }
                    assertThat(best).isEqualTo(recorded.path("expect").path("argmax").asInt());
                    assertThat(Math.log(sum))
                            .isCloseTo(
                                    recorded.path("expect").path("logsumexp").asDouble(),
                                    org.assertj.core.data.Offset.offset(1e-4));
                }
                compared++;
            }
            assertThat(compared).isPositive();
        }
    }
}
