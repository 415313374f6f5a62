/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkCaptionTest {
    @Test
    void saysWhatMovesAndWhenInOneShot() {
        String caption =
                Facts.ofShots(0, 30)
                        .colour("dark grey", 0.7)
                        .colour("grey", 0.2)
                        .colour("white", 0.06)
                        .still(0, 4.6)
                        .moving(4.6, 8.2, 5)
                        .still(8.2, 15)
                        .moving(15, 18.6, 6)
                        .still(18.6, 30)
                        .caption(0, 30);

        assertThat(caption)
                .isEqualTo(
                        "One continuous shot of 30 seconds, mostly dark grey (70%) with some grey"
                                + " (20%) and white (6%). There is movement from 0:05 to 0:08 and"
                                + " from 0:15 to 0:19; otherwise the picture is still. (Measured,"
                                + " not generated.)");
    }

    @Test
    void namesTheChangesOfShots() {
        assertThat(Facts.ofShots(30, 38, 60).moving(30, 60, 4).caption(30, 60))
                .startsWith("Two shots in 30 seconds, with a change at 0:38. ");
        assertThat(Facts.ofShots(0, 1, 2, 3, 4, 5, 6, 7, 30).moving(0, 30, 4).caption(0, 30))
                .startsWith(
                        "Eight shots in 30 seconds, the first change at 0:01 and the last at"
                                + " 0:07. ");
    }

    @Test
    void joinsShotsAndColours() {
        assertThat(
                        Facts.ofShots(0, 6, 8, 13)
                                .still(0, 13)
                                .colour("black", 0.8)
                                .colour("brown", 0.1)
                                .caption(0, 13))
                .startsWith(
                        "Three shots in 13 seconds, with changes at 0:06 and 0:08; mostly black"
                                + " (80%) with some brown (10%). ");
    }

    @Test
    void saysWhenASingleMovementStartsOrEndsWithTheChunk() {
        assertThat(Facts.ofShots(0, 30).moving(0, 4, 4).still(4, 30).caption(0, 30))
                .contains("There is movement until 0:04, then the picture is still.");
        assertThat(Facts.ofShots(0, 30).still(0, 4).moving(4, 30, 1).caption(0, 30))
                .contains("The picture is still until 0:04, then there is slight movement.");
        assertThat(Facts.ofShots(0, 30).still(0, 4).moving(4, 6, 9).still(6, 30).caption(0, 30))
                .contains(
                        "There is lively movement from 0:04 to 0:06; before and after, the"
                                + " picture is still.");
    }

    @Test
    void countsMovementsThatAreTooManyToList() {
        Facts facts = Facts.ofShots(0, 30);
        for (int i = 0; i < 7; i++) {
            facts.still(i * 4, i * 4 + 2).moving(i * 4 + 2, i == 6 ? 30 : i * 4 + 4, 4);
        }

        assertThat(facts.caption(0, 30))
                .contains(
                        "There is movement in seven stretches, the longest from 0:26 to 0:30; the"
                                + " picture is still for 14 seconds.");
    }

    @Test
    void saysOfAStillChunkWhenItIs() {
        assertThat(Facts.ofShots(60, 90).still(60, 90).colour("blue", 0.95).caption(60, 90))
                .isEqualTo(
                        "One continuous shot of 30 seconds, almost entirely blue (95%). Nothing"
                                + " moves from 1:00 to 1:30. (Measured, not generated.)");
    }

    @Test
    void saysOnlyThatABlackChunkIsBlack() {
        assertThat(
                        Facts.ofShots(30, 60)
                                .still(30, 60)
                                .colour("black", 1)
                                .black(30, 60)
                                .frozen(30, 60)
                                .caption(30, 60))
                .isEqualTo("The picture is black from 0:30 to 1:00. (Measured, not generated.)");
    }

    @Test
    void tellsBlackAndFrozenStretchesApart() {
        assertThat(
                        Facts.ofShots(0, 30)
                                .still(0, 2)
                                .moving(2, 30, 4)
                                .black(0, 2)
                                .frozen(10, 15)
                                .frozen(20, 25)
                                .caption(0, 30))
                .contains(
                        "; it is black from 0:00 to 0:02; it is frozen from 0:10 to 0:15 and from"
                                + " 0:20 to 0:25.");
    }

    @Test
    void doesNotCallBlackFrozenAsWell() {
        assertThat(
                        Facts.ofShots(0, 30)
                                .moving(0, 13, 4)
                                .still(13, 30)
                                .black(13, 16)
                                .frozen(13.2, 16)
                                .caption(0, 30))
                .contains("; it is black from 0:13 to 0:16.")
                .doesNotContain("frozen");
    }

    @Test
    void saysOfAFrozenChunkThatNothingChanges() {
        assertThat(Facts.ofShots(0, 30).still(0, 30).frozen(0, 30).caption(0, 30))
                .contains("The picture does not change at all from 0:00 to 0:30.")
                .doesNotContain("Nothing moves");
    }

    @Test
    void quotesTextsAndCodesWithTheirTimes() {
        String caption =
                Facts.ofShots(0, 30)
                        .still(0, 30)
                        .text("Departures", 0, 5)
                        .text("Gate\n 12", 7, 7)
                        .code("QR_CODE", "https://example.org", 3)
                        .code("EAN_13", "4006381333931", 4)
                        .caption(0, 30);

        assertThat(caption)
                .contains(
                        "On screen one can read “Departures” from 0:00 to 0:05 and “Gate 12” at"
                                + " 0:07; there is a QR code at 0:03 that says"
                                + " “https://example.org” and an EAN-13 bar code at 0:04 that says"
                                + " “4006381333931”.");
    }

    @Test
    void limitsQuotations() {
        Facts facts = Facts.ofShots(0, 30).still(0, 30).text("word ".repeat(100), 0, 1);
        for (int i = 1; i < 6; i++) {
            facts.text("line " + i, i, i);
        }
        String caption = facts.caption(0, 30);

        assertThat(caption).contains("…” from 0:00 to 0:01").contains("and two more texts.");
        assertThat(caption.length()).isLessThan(400);
    }

    @Test
    void keepsDeceivingCharactersOutOfQuotations() {
        assertThat(Facts.ofShots(0, 30).still(0, 30).text("a\u202Eb\u0007c", 0, 1).caption(0, 30))
                .contains("“abc”");
    }

    @Test
    void usesTenthsInAShortChunk() {
        assertThat(Facts.ofShots(0, 0.53, 1).moving(0, 1, 4).caption(0, 1))
                .startsWith("Two shots in one second, with a change at 0:00.5. ");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Facts.ofShots(0, 30).still(0, 30).health(100, 99, 1).caption(0, 30))
                .endsWith(
                        "(Measured, not generated; one of 100 frames is missing; one frame is"
                                + " damaged.)");
        assertThat(Facts.ofShots(0, 30).still(0, 30).health(100, 70, 20).caption(0, 30))
                .endsWith(
                        "(Measured, not generated; 30 of 100 frames are missing; 20 frames are"
                                + " damaged.)");
    }
}
