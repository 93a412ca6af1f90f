package dev.parley.conformance.testee;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of some names were perhaps meant by a name that is none of them. */
final class NearNames {

    private static final int SHOWN = 5;

    /** Names are shorter; comparing with a longer one costs time in proportion to it, and finds nothing. */
    private static final int LONGEST = 200;

    private NearNames() {}

    /**
     * Makes the message for a name that is none of some names: with those that are near, else how many there are.
     *
     * @param idea what the names are of, {@code type}
     */
    static String refusal(String idea, String name, Collection<String> names) {
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + '…' : name;
        return "there is no " + idea + " '" + shown + "'" + near(name, names);
    }

    private static String near(String name, Collection<String> names) {
        List<String> near = names.stream()
                .filter(each -> isNear(name, each))
                .sorted(Comparator.comparingInt(each -> distance(name, each)))
                .limit(SHOWN)
                .toList();
        return near.isEmpty()
                ? "; {\"op\":\"types\"} lists the " + names.size()
                : near.stream().collect(Collectors.joining("', '", "; did you mean '", "'?"));
    }

    private static boolean isNear(String name, String other) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        return distance(name, other) <= Math.max(2, Math.min(name.length(), other.length()) / 3)
                || other.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns how many letters have to be put in, taken out or changed to make one name the other, whatever the case. */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
            }
            above = row;
        }
        return above[right.length()];
    }
}
