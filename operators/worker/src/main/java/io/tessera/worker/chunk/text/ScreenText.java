/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.codes.CodeFinder;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.Box;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads text and codes in the sampled frames of a chunk, and follows them over time.
 *
 * <p>Reading is dear, so it is done only where strokes stand close together, not again while that
 * place looks the same, seldom once several readings of the chunk gave nothing, and at most 32
 * times a chunk. What texture is taken for is dropped by confidence, or by not being read alike
 * again. Memory: two grey pictures and the texts.
 */
public final class ScreenText {
    private static final int MOST_TEXTS = 100;
    private static final int MOST_CODES = 50;
    private static final int PATIENCE = 3;
    private static final int THEN_EVERY = 4;

    /** A chunk of changing pages of print would else outlast its time. */
    private static final int MOST_READINGS = 32;

    private static final int CELL = 16;
    private static final int LOOKS_THE_SAME = 5;

    private final LineReader reader;
    private final CodeFinder finder = new CodeFinder();
    private final Progress progress;
    private final List<TextTrack> tracks = new ArrayList<>();
    private final List<SeenCode> codes = new ArrayList<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private ByteBuffer spare = ByteBuffer.allocateDirect(0);
    private @Nullable GreyPicture read;
    private StrokeField.@Nullable Area readArea;
    private long readMicros;
    private int fruitless;
    private int passed;
    private int readings;

    /**
     * Follows the text of one chunk.
     *
     * @param recogniser of the wanted language
     */
    public ScreenText(TextRecogniser recogniser, Progress progress) {
        this.reader = new LineReader(recogniser);
        this.progress = progress;
    }

    /** Takes the next sampled frame. */
    public void accept(DecodedFrame frame) throws InputFailure {
        if (GreyPicture.tooSmall(frame)) {
            return;
        }
        GreyPicture picture = GreyPicture.of(frame, buffer);
        buffer = picture.pixels();
        Optional<StrokeField.Area> fine = StrokeField.find(picture);
        GreyPicture third = picture.third();
        Optional<StrokeField.Area> coarse = StrokeField.find(third);
        if (fine.isEmpty() && coarse.isEmpty()) {
            return;
        }
        StrokeField.Area area = StrokeField.Area.around(fine, coarse.map(a -> a.times(3)));
        if (looksTheSame(picture, area)) {
            tracks.stream()
                    .filter(track -> track.lastMicros() == readMicros)
                    .forEach(track -> track.extend(frame.micros()));
            readMicros = frame.micros();
            return;
        }
        boolean vain = fruitless >= PATIENCE && ++passed % THEN_EVERY != 0;
        if (vain || readings == MOST_READINGS) {
            return;
        }
        readings++;
        List<Sighting> sightings = new ArrayList<>();
        if (coarse.isPresent()) {
            add(sightings, reader.read(third, third.whole(), progress));
        }
        if (fine.isPresent()) {
            add(sightings, reader.read(picture, fine.get(), progress));
        }
        boolean text = follow(sightings, frame.micros());
        boolean code = findCodes(picture, frame.micros());
        fruitless = text || code ? 0 : fruitless + 1;
        remember(picture, area, frame.micros());
    }

    /** Adds readings of another scale; of two at one place the surer one stays. */
    private static void add(List<Sighting> sightings, List<Sighting> more) {
        for (Sighting sighting : more) {
            boolean worse =
                    sightings.stream()
                            .anyMatch(
                                    s ->
                                            s.overlaps(sighting)
                                                    && s.confidence() >= sighting.confidence());
            if (!worse) {
                sightings.removeIf(sighting::overlaps);
                sightings.add(sighting);
            }
        }
    }

    private boolean follow(List<Sighting> sightings, long micros) {
        boolean believable = false;
        for (Sighting sighting : sightings) {
            Optional<TextTrack> known =
                    tracks.stream().filter(track -> track.matches(sighting)).findFirst();
            known.ifPresent(track -> track.add(sighting, micros));
            if (known.isEmpty() && tracks.size() < MOST_TEXTS) {
                tracks.add(new TextTrack(sighting, micros));
            }
            believable |= sighting.confidence() >= 0.6;
        }
        return believable;
    }

    private boolean findCodes(GreyPicture picture, long micros) {
        List<SeenCode> found = finder.find(picture.bytes(), picture.width(), picture.height());
        for (SeenCode code : found) {
            boolean known =
                    codes.stream()
                            .anyMatch(
                                    c ->
                                            c.getText().equals(code.getText())
                                                    && c.getFormat().equals(code.getFormat()));
            if (!known && codes.size() < MOST_CODES) {
                Box box = code.getBox();
                codes.add(
                        new SeenCode(
                                code.getFormat(),
                                code.getText(),
                                micros,
                                box == null ? null : scaled(box, picture.scale())));
            }
        }
        return !found.isEmpty();
    }

    private static Box scaled(Box box, double scale) {
        return new Box(
                round(box.getX() / scale),
                round(box.getY() / scale),
                round(box.getWidth() / scale),
                round(box.getHeight() / scale));
    }

    private static double round(double pixels) {
        return Math.round(pixels * 100) / 100.0;
    }

    private boolean looksTheSame(GreyPicture picture, StrokeField.Area area) {
        GreyPicture last = read;
        if (last == null
                || !area.equals(readArea)
                || last.width() != picture.width()
                || last.height() != picture.height()) {
            return false;
        }
        for (int y = area.y(); y < area.y() + area.height(); y += CELL) {
            for (int x = area.x(); x < area.x() + area.width(); x += CELL) {
                int right = Math.min(x + CELL, area.x() + area.width());
                int bottom = Math.min(y + CELL, area.y() + area.height());
                if (picture.difference(last, x, y, right, bottom) > LOOKS_THE_SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Keeps the picture that was read; its buffer and the spare one change places. */
    private void remember(GreyPicture picture, StrokeField.Area area, long micros) {
        GreyPicture before = read;
        read = picture;
        readArea = area;
        readMicros = micros;
        buffer = before == null ? spare : before.pixels();
        spare = picture.pixels();
    }

    /** Texts by first appearance. */
    public List<SeenText> texts() {
        return tracks.stream().filter(TextTrack::believable).map(TextTrack::seenText).toList();
    }

    /** Codes by first appearance. */
    public List<SeenCode> codes() {
        return List.copyOf(codes);
    }
}
