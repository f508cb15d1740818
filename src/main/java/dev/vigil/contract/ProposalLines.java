package dev.vigil.contract;

import dev.vigil.core.Trouble;
import dev.vigil.core.watch.Proposal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposals as JSON Lines. Blank lines are passed over; a line that is refused does not cost its neighbours.
 *
 * @param good what was read, in order
 * @param refused what was not
 */
public record ProposalLines(List<Line> good, List<Refused> refused) {
    /** A mebibyte of text is read without a line's end before the rest of that line is thrown away. */
    private static final int LONGEST_LINE = 1 << 20;

    /** {@code number} counts lines from 1. */
    public record Line(int number, String json, Proposal proposal) {}

    /** {@code why} names the place within the line. */
    public record Refused(int number, String why) {
        @Override
        public String toString() {
            return "line " + number + ": " + why;
        }
    }

    public ProposalLines {
        good = List.copyOf(good);
        refused = List.copyOf(refused);
    }

    /**
     * Reads to the end.
     *
     * @throws UncheckedIOException if the reader fails
     */
    public static ProposalLines read(Reader reader) {
        List<Line> good = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        try {
            BufferedReader in = reader instanceof BufferedReader buffered ? buffered : new BufferedReader(reader);
            int number = 0;
            for (String line = line(in); line != null; line = line(in)) {
                number++;
                String json = line.strip();
                if (json.startsWith("\uFEFF")) {
                    json = json.substring(1);
                }
                if (json.isEmpty()) {
                    continue;
                }
                try {
                    good.add(new Line(number, json, ProposalJson.read(json)));
                } catch (Trouble e) {
                    refused.add(new Refused(number, e.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProposalLines(good, refused);
    }

    /** The next line, of which at most {@link #LONGEST_LINE} characters are kept; null at the end. */
    private static String line(BufferedReader in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
