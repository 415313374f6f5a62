/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.Box;
import org.junit.jupiter.api.Test;

class TextTrackTest {
    private static final Box HERE = new Box(10.0, 10.0, 100.0, 20.0);
    private static final Box THERE = new Box(10.0, 200.0, 100.0, 20.0);

    @Test
    void takesTheSameLettersForTheSameTextWhereverTheyStand() {
        TextTrack track = new TextTrack(new Sighting("Gate 12", 0.9, HERE), 0);

        assertThat(track.matches(new Sighting("GATE  12.", 0.7, THERE))).isTrue();
    }

    @Test
    void allowsForASlipInPlace() {
        TextTrack track = new TextTrack(new Sighting("Departures", 0.9, HERE), 0);

        assertThat(track.matches(new Sighting("Departunes", 0.7, HERE))).isTrue();
        assertThat(track.matches(new Sighting("Departunes", 0.7, THERE))).isFalse();
        assertThat(track.matches(new Sighting("Arrivals", 0.9, HERE))).isFalse();
    }

    @Test
    void tellsNumbersApart() {
        TextTrack track = new TextTrack(new Sighting("Frame 1", 0.9, HERE), 0);

        assertThat(track.matches(new Sighting("Frame 2", 0.9, HERE))).isFalse();
    }

    @Test
    void keepsTheSurestReadingAndTheWholeTime() {
        TextTrack track = new TextTrack(new Sighting("Departunes", 0.7, HERE), 5);
        track.add(new Sighting("Departures", 0.95, THERE), 7);
        track.extend(9);

        assertThat(track.seenText().getText()).isEqualTo("Departures");
        assertThat(track.seenText().getConfidence()).isEqualTo(0.95);
        assertThat(track.seenText().getStartMicros()).isEqualTo(5);
        assertThat(track.seenText().getEndMicros()).isEqualTo(9);
        assertThat(track.seenText().getBox()).isEqualTo(HERE);
    }

    @Test
    void believesASureReadingOrALikelyOneSeenOften() {
        assertThat(new TextTrack(new Sighting("Exit", 0.85, HERE), 0).believable()).isTrue();
        TextTrack likely = new TextTrack(new Sighting("BUNNY", 0.65, HERE), 0);
        assertThat(likely.believable()).isFalse();
        likely.extend(1);
        likely.extend(2);
        assertThat(likely.believable()).isTrue();
        TextTrack vague = new TextTrack(new Sighting("BUNNY", 0.5, HERE), 0);
        vague.extend(1);
        vague.extend(2);
        assertThat(vague.believable()).isFalse();
    }

    @Test
    void doesNotTakeSignsOrRepeatedLettersForText() {
        assertThat(new Sighting("\\ /~|", 0.9, HERE).plausible()).isFalse();
        assertThat(new Sighting("SSS", 0.9, HERE).plausible()).isFalse();
        assertThat(new Sighting("if", 0.9, HERE).plausible()).isFalse();
        assertThat(new Sighting("a/-~.b,c;", 0.9, HERE).plausible()).isFalse();
        assertThat(new Sighting("12:30", 0.9, HERE).plausible()).isTrue();
    }
}
