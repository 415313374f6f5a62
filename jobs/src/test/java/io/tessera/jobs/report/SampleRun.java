/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.imaging.Box;
import io.tessera.imaging.composite.ContactSheet;
import io.tessera.jobs.results.Json;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A run as result lines and pictures, made up by hand. */
final class SampleRun implements ArtefactSource {
    private static final int FRAMES = 16;
    private final Map<String, byte[]> objects = new HashMap<>();
    private final StringBuilder lines = new StringBuilder();

    /** Writes the page of a run that has some of everything. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        SampleRun run = new SampleRun();
        run.add(run("video", 1));
        run.video("clips/harbour.mp4", 3, "OK");
        run.document("papers/report.pdf", "OK");
        run.failed(
                "papers/broken.pdf",
                "CORRUPT",
                "UNREADABLE",
                "no page tree and none could be rebuilt from 12 objects");
        run.failed(
                "papers/locked.pdf",
                "ENCRYPTED",
                "PASSWORD_NEEDED",
                "a password is needed; give --password-file FILE");
        run.add(
                Json.read(
                        "{'type':'summary','inputs':4,'seconds':21.4,'ledger':{'items':12,'terminal':12,'balanced':true}}"
                                .replace('\'', '"')));
        Path results = folder.resolve("results.jsonl");
        run.save(results);
        Report.write(results, run, folder.resolve("report.html"));
    }

    static ObjectNode run(String job, int inputs) {
        return Json.object()
                .put("type", "run")
                .put("version", "0.1.0")
                .put("command", "demo")
                .put("job", job)
                .put("pipelineId", "0123456789abcdef")
                .put("engine", "literal")
                .put("inputs", inputs);
    }

    void add(ObjectNode line) {
        lines.append(Json.write(line)).append('\n');
    }

    void save(Path results) throws IOException {
        Files.writeString(results, lines, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> find(String key, long maxLength) {
        return Optional.ofNullable(objects.get(key)).filter(bytes -> bytes.length <= maxLength);
    }

    void failed(String input, String state, String code, String reason) {
        ObjectNode line = Json.object().put("type", "input").put("input", input);
        line.put("kind", "document").put("state", state).put("code", code).put("reason", reason);
        line.put("bytes", 18_442).put("seconds", 0.4).put("attempts", 1).put("planned", state);
        line.putArray("warnings");
        line.putArray("missing");
        add(line);
    }

    void video(String input, int chunks, String state) throws IOException {
        for (int i = 0; i < chunks; i++) {
            add(chunk(input, i));
        }
        ObjectNode line = Json.object().put("type", "input").put("input", input);
        line.put("kind", "video").put("state", state).put("bytes", 8_412_334).put("seconds", 6.2);
        line.put("attempts", 1);
        line.putArray("warnings");
        line.putArray("missing");
        line.putObject("video")
                .put("codec", "h264")
                .put("width", 1280)
                .put("height", 720)
                .put("durationSeconds", 30.0 * chunks)
                .put("chunks", chunks)
                .put("hasAudio", true);
        add(line);
    }

    private ObjectNode chunk(String input, int index) throws IOException {
        double start = 30.0 * index;
        ObjectNode line = Json.object().put("type", "chunk").put("input", input);
        line.put("index", index).put("startSeconds", start).put("endSeconds", start + 30);
        line.put("state", "RECOGNISED");
        line.put(
                "caption",
                "A dark blue picture with some orange. It moves from 0:04 to 0:19 and is still"
                    + " else; there are two cuts, at 0:07.2 and 0:21.5. The text \"HARBOUR NORTH\""
                    + " stands in it from 0:02 to 0:12. Measured, not generated.");
        ObjectNode facts = line.putObject("facts");
        spans(facts.putArray("shots"), start, 0, 7.2, 21.5, 30);
        ArrayNode motion = facts.putArray("motion");
        motion(motion, start, start + 4, false, 0.3);
        motion(motion, start + 4, start + 19, true, 5.0 + 8 * index);
        motion(motion, start + 19, start + 30, false, 0.2);
        for (String rgb : List.of("#1f3a5f", "#d98a3d", "#e9e2d0", "#5c7a4a")) {
            facts.withArray("colours")
                    .addObject()
                    .put("name", "x")
                    .put("rgb", rgb)
                    .put("share", 0.3);
        }
        facts.putArray("codes");
        facts.put("framesExpected", 900).put("framesDecoded", 900).put("framesFlagged", 0);
        line.putArray("text")
                .addObject()
                .put("text", "HARBOUR NORTH")
                .put("confidence", 0.94)
                .put("seconds", start + 2)
                .put("endSeconds", start + 12);
        ArrayNode seconds = line.putArray("frameSeconds");
        for (int i = 0; i < FRAMES; i++) {
            seconds.add(start + 30.0 * (i + 0.5) / FRAMES);
        }
        ContactSheet layout = ContactSheet.of(FRAMES, 1280, 720, ContactSheet.Style.DEFAULT);
        String key = "sheet-" + index;
        objects.put(key, jpeg(sheet(layout, index)));
        ObjectNode composite = line.putObject("composite").put("key", key);
        composite.put("width", layout.width()).put("height", layout.height());
        composite.putArray("grid").add(layout.rows()).add(layout.columns());
        return line;
    }

    private static void spans(ArrayNode array, double start, double... edges) {
        for (int i = 1; i < edges.length; i++) {
            array.addObject()
                    .put("startSeconds", start + edges[i - 1])
                    .put("endSeconds", start + edges[i]);
        }
    }

    private static void motion(
            ArrayNode array, double from, double to, boolean moving, double amount) {
        array.addObject()
                .put("startSeconds", from)
                .put("endSeconds", to)
                .put("moving", moving)
                .put("amount", amount);
    }

    void document(String input, String state) throws IOException {
        for (int page = 1; page <= 3; page++) {
            add(
                    page(
                            input,
                            page,
                            "Harbour authority, annual report.\n\nBerths were used on 312 days. "
                                    .repeat(8 * (3 - page) + 1)));
        }
        ObjectNode line = Json.object().put("type", "input").put("input", input);
        line.put("kind", "document").put("state", state).put("bytes", 120_334).put("seconds", 2.25);
        line.put("attempts", 2);
        line.putArray("warnings").add("the cross-reference table was rebuilt");
        line.putArray("missing");
        line.putObject("document").put("mediaType", "application/pdf").put("pagesDeclared", 3);
        add(line);
    }

    ObjectNode page(String input, int page, String text) throws IOException {
        ObjectNode line = Json.object().put("type", "page").put("input", input).put("page", page);
        line.put("state", page == 3 ? "BLANK" : "RECOGNISED").put("source", "ocr");
        line.put("rotation", page == 2 ? 90 : 0).put("confidence", 0.5 + 0.2 * page);
        line.put("language", "eng").put("text", text);
        String key = input + page;
        objects.put(key, jpeg(paper(page)));
        line.putObject("thumbnail").put("key", key).put("width", 210).put("height", 297);
        return line;
    }

    private static BufferedImage sheet(ContactSheet layout, int seed) {
        BufferedImage image =
                new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < layout.frames(); i++) {
            Box box = layout.place(i);
            float hue = (seed * 0.31f + Math.floorDiv(i, 5) * 0.11f) % 1;
            graphics.setPaint(
                    new GradientPaint(
                            box.x(),
                            box.y(),
                            Color.getHSBColor(hue, .6f, .35f),
                            box.x(),
                            box.y() + box.height(),
                            Color.getHSBColor(hue + .08f, .5f, .85f)));
            graphics.fillRect(box.x(), box.y(), box.width(), box.height());
            graphics.setColor(Color.getHSBColor(hue + .5f, .5f, .95f));
            int size = box.height() / 3;
            graphics.fillOval(
                    box.x() + i * (box.width() - size) / layout.frames(),
                    box.y() + size,
                    size,
                    size);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage paper(int page) {
        BufferedImage image = new BufferedImage(210, 297, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 210, 297);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 9));
        for (int line = 0; page < 3 && line < 20; line++) {
            graphics.drawString("Berths were used on 312 days of the", 20, 30 + 12 * line);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
