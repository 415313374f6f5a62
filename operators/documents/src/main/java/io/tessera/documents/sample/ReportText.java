/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import java.util.List;

/** The words of the sample report. */
final class ReportText {
    static final String TITLE = "Lindholm Waterworks: Annual Report 2025";
    static final String LINK = "https://example.org/lindholm/report-2025";

    static final String SUMMARY =
            "The waterworks delivered 4.18 million cubic metres of drinking water in 2025, two per"
                + " cent less than the year before. No sample exceeded a limit. The new reservoir"
                + " at Ostberg was filled for the first time on 14 May and holds 12,600 cubic"
                + " metres, enough for a day and a half of ordinary demand.";

    static final List<String> LEFT =
            List.of(
                    "Sources and treatment",
                    "Two thirds of the water comes from four wells in the Hagen valley, the rest"
                        + " from the river intake at Brovik. Well 3 was closed from February to"
                        + " April while its casing was renewed. River water passes a sand filter,"
                        + " activated carbon and ultraviolet light before it enters the network.",
                    "Consumption of carbon rose because algae bloomed early. The filters were"
                        + " backwashed every 36 hours on average, and every 20 hours in August.");

    static final List<String> RIGHT =
            List.of(
                    "Network and losses",
                    "The network is 312 kilometres long. In the autumn 5.4 kilometres of cast iron"
                        + " from 1931 were replaced below Station Road. Leakage fell from 9.1 to"
                        + " 7.6 per cent of the water delivered, the lowest value on record.",
                    "Eleven bursts were repaired, nine of them within six hours. The longest"
                        + " interruption lasted eleven hours and affected forty households on the"
                        + " night of 3 December.");

    static final List<List<String>> TABLE =
            List.of(
                    List.of("Quarter", "Delivered (m3)", "Samples", "Leakage"),
                    List.of("January to March", "1,012,400", "214", "8.4 %"),
                    List.of("April to June", "1,088,900", "221", "7.9 %"),
                    List.of("July to September", "1,121,300", "236", "7.2 %"),
                    List.of("October to December", "957,400", "209", "6.9 %"));

    static final String OUTLOOK =
            "In 2026 the intake at Brovik receives a second screen and the pumps of wells 1 and 2"
                + " are replaced. The board proposes to leave the price at 2.35 per cubic metre."
                + " The next report appears in March 2027. Questions are answered by the office at"
                + " 17 Mill Lane on weekdays between nine and three.";

    private ReportText() {}
}
