/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.CheckpointFolder;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.generate.GenerationOptions;
import io.tessera.models.generate.Hypothesis;
import io.tessera.models.prompt.ChatTemplate;
import io.tessera.models.prompt.InternVlTemplate;
import io.tessera.models.prompt.Message;
import io.tessera.models.prompt.Prompt;
import io.tessera.models.prompt.XComposerTemplate;
import io.tessera.models.testing.Recorded;
import io.tessera.models.tokenizer.Tokenizer;
import io.tessera.models.tokenizer.TokenizerFolder;
import io.tessera.models.torch.Adapter;
import io.tessera.models.torch.Precision;
import io.tessera.models.torch.TorchDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedAnswersTest {
    @ParameterizedTest
    @CsvSource({
        "xcomposer2d5, xcomposer2d5",
        "xcomposer2-4khd, xcomposer2-4khd",
        "xcomposer2-vl, xcomposer2-vl",
        "internvl2_5-internlm, internvl-generate",
        "internvl2_5-qwen, internvl-generate",
        "internvl2_5-qwen-small, internvl-generate",
        "internvl2_5-qwen-small-hf, internvl-generate",
    })
    void answersTextPromptsTogetherAsTheAuthorsDidAlone(String name, String topic)
            throws Exception {
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
        try (TorchDecoder decoder = TorchDecoder.load(checkpoint, Precision.FP32, Adapter.BASE);
                StepScheduler scheduler =
                        new StepScheduler(decoder, new SchedulerSettings(1L << 28, 48, 64))) {
            Map<JsonNode, CompletableFuture<Hypothesis>> answers = new LinkedHashMap<>();
            for (JsonNode recorded : Recorded.cases(topic, "generate")) {
                JsonNode mode = recorded.path("mode");
                if (!recorded.path("checkpoint").asText().endsWith("/" + name)
                        || !recorded.path("images").isEmpty()
                        || !mode.path("adapter").asText("base").equals("base")) {
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
                Prompt prompt = template.assemble(messages, new int[0], 0);
                List<Integer> penalised = new ArrayList<>();
                if (prompt.penalised()) {
                    for (int id : prompt.ids()) {
                        penalised.add(id);
                    }
                } else {
                    penalised.add(1);
                }
                answers.put(
                        recorded,
                        scheduler.submit(
                                new GenerationRequest(
                                        List.of(PromptPart.text(prompt.ids())),
                                        GenerationOptions.beams(
                                                mode.path("beams").asInt(),
                                                mode.path("repetition_penalty").asDouble(),
                                                mode.path("max_new_tokens").asInt()),
                                        template.stops(),
                                        penalised,
                                        "test",
                                        id -> {})));
            }
            assertThat(answers).isNotEmpty();
            for (Map.Entry<JsonNode, CompletableFuture<Hypothesis>> answer : answers.entrySet()) {
                JsonNode recorded = answer.getKey();
                String id = recorded.path("id").asText();
                Hypothesis hypothesis = answer.getValue().get();
                List<Integer> expected = new ArrayList<>();
                recorded.path("expect").path("ids").forEach(n -> expected.add(n.asInt()));
                if (recorded.path("mode").path("beams").asInt() > 1) {
                    assertThat(withOneStop(hypothesis.ids(), template.stops()))
                            .as(id)
                            .isEqualTo(withOneStop(expected, template.stops()));
                } else {
                    assertThat(hypothesis.ids()).as(id).isEqualTo(expected);
                }
                assertThat(hypothesis.finish())
                        .as(id)
                        .isEqualTo(recorded.path("expect").path("finish").asText());
                assertThat(
                                template.answer(
                                        hypothesis.ids().stream()
                                                .mapToInt(Integer::intValue)
                                                .toArray()))
                        .as(id)
                        .isEqualTo(recorded.path("expect").path("text").asText());
            }
        }
    }

    private static List<Integer> withOneStop(List<Integer> ids, Set<Integer> stops) {
        return ids.stream().map(id -> stops.contains(id) ? Integer.valueOf(-1) : id).toList();
    }
}
