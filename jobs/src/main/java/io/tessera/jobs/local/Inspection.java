/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.option.Options;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.results.Json;
import io.tessera.streaming.pool.PoolSettings;
import io.tessera.streaming.pool.ProcessWorkerPool;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.VideoProbe;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What a worker finds in one file. */
public final class Inspection {
    private final InputPlan plan;
    private final @Nullable UnitReading first;
    private final @Nullable RegionImage picture;

    private Inspection(InputPlan plan, @Nullable UnitReading first, @Nullable RegionImage picture) {
        this.plan = plan;
        this.first = first;
        this.picture = picture;
    }

    /**
     * Opens a file in a worker of its own, and reads its first unit.
     *
     * @param picture where the unit's picture is written to as PNG; null for nowhere
     */
    public static Inspection of(Path file, Kind kind, Options options, @Nullable Path picture)
            throws IOException {
        WorkerPool.SpooledInput input =
                new WorkerPool.SpooledInput("inspect", kind, file.toAbsolutePath(), options, null);
        try (WorkerPool pool = new ProcessWorkerPool(PoolSettings.of(1, options))) {
            InputPlan plan = pool.plan(input).toCompletableFuture().join().plan();
            if (plan.getState() != null || plan.getUnits().isEmpty()) {
                return new Inspection(plan, null, null);
            }
            try (WorkerPool.UnitResult result =
                    pool.read(input, plan.getUnits().get(0)).toCompletableFuture().join()) {
                Optional<RegionImage> found =
                        result.reading().getImages().stream()
                                .filter(image -> image.getWidth() > 0)
                                .findFirst();
                if (picture != null && found.isPresent()) {
                    write(found.get(), result.region().bytesOf(found.get()), picture);
                }
                return new Inspection(plan, result.reading(), found.orElse(null));
            }
        } catch (CompletionException e) {
            throw CommandFailure.incomplete(
                    "no worker could look at it", file, "tessera doctor says what is missing", e);
        }
    }

    private static void write(RegionImage image, ByteBuffer bytes, Path target) throws IOException {
        if (image.getFormat().equals("RGB")) {
            int width = image.getWidth();
            BufferedImage picture =
                    new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < width; x++) {
                    int at = bytes.position() + 3 * (y * width + x);
                    int rgb =
                            (bytes.get(at) & 0xFF) << 16
                                    | (bytes.get(at + 1) & 0xFF) << 8
                                    | (bytes.get(at + 2) & 0xFF);
                    picture.setRGB(x, y, rgb);
                }
            }
            ImageIO.write(picture, "png", target.toFile());
        } else {
            byte[] encoded = new byte[bytes.remaining()];
            bytes.duplicate().get(encoded);
            Files.write(target, encoded);
        }
    }

    /** Whether there is something in it to be read. */
    public boolean readable() {
        return plan.getState() == null && !plan.getUnits().isEmpty();
    }

    /** The line of JSON. */
    public ObjectNode line(String input) {
        ObjectNode line = Json.object().put("type", "inspect").put("input", input);
        line.put("kind", plan.getKind().name().toLowerCase(Locale.ROOT));
        InputState state = plan.getState();
        line.put("state", state == null ? null : state.name());
        line.put("code", plan.getCode()).put("reason", plan.getReason());
        plan.getWarnings().forEach(line.putArray("warnings")::add);
        plan.getMissing().forEach(line.putArray("missing")::add);
        line.put("units", plan.getUnits().size());
        VideoProbe video = plan.getVideo();
        if (video != null) {
            line.putObject("video")
                    .put("container", video.getContainer())
                    .put("codec", video.getCodec())
                    .put("width", video.getWidth())
                    .put("height", video.getHeight())
                    .put("rotation", video.getRotation())
                    .put("hasAudio", video.getHasAudio())
                    .put("durationSeconds", video.getDurationMicros() / 1e6)
                    .put("packets", video.getPackets())
                    .put("framesExpected", video.getFramesExpected())
                    .put("keyframes", video.getKeyframes());
        }
        DocumentProbe document = plan.getDocument();
        if (document != null) {
            line.putObject("document")
                    .put("mediaType", document.getMediaType())
                    .put("pagesDeclared", document.getPagesDeclared())
                    .put("encrypted", document.getEncrypted());
        }
        if (picture != null) {
            ObjectNode sheet = line.putObject("picture");
            sheet.put("name", picture.getName()).put("sha256", picture.getSha256());
            sheet.put("width", picture.getWidth()).put("height", picture.getHeight());
            sheet.putArray("grid").add(picture.getRows()).add(picture.getColumns());
        }
        return line;
    }

    /** The same for people. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        InputState state = plan.getState();
        if (state != null) {
            lines.add("%s %s: %s".formatted(state, plan.getCode(), plan.getReason()));
        }
        VideoProbe video = plan.getVideo();
        if (video != null) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "video  %s in %s, %d x %d, %.2f s, %d frames, %d key frames%s",
                            video.getCodec(),
                            video.getContainer(),
                            video.getWidth(),
                            video.getHeight(),
                            video.getDurationMicros() / 1e6,
                            video.getFramesExpected(),
                            video.getKeyframes(),
                            video.getHasAudio() ? ", with audio" : ""));
        }
        DocumentProbe document = plan.getDocument();
        if (document != null) {
            lines.add(
                    "document  %s, %d pages%s"
                            .formatted(
                                    document.getMediaType(),
                                    document.getPagesDeclared(),
                                    document.getEncrypted() ? ", encrypted" : ""));
        }
        plan.getWarnings().forEach(warning -> lines.add("note  " + warning));
        plan.getMissing().forEach(missing -> lines.add("missing  " + missing));
        lines.add("units  " + plan.getUnits().size());
        if (first != null) {
            lines.add("first  %s %s".formatted(first.getUnit(), first.getState()));
        }
        return lines;
    }
}
