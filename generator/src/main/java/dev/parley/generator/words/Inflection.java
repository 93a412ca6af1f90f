package dev.parley.generator.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns English plurals into singulars. What it does not recognise as a plural stays as it is. */
public final class Inflection {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("mice", "mouse"),
            Map.entry("indices", "index"),
            Map.entry("vertices", "vertex"),
            Map.entry("matrices", "matrix"),
            Map.entry("criteria", "criterion"),
            Map.entry("axes", "axis"),
            Map.entry("analyses", "analysis"),
            Map.entry("bases", "base"),
            Map.entry("diagnoses", "diagnosis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("leaves", "leaf"),
            Map.entry("shelves", "shelf"),
            Map.entry("halves", "half"),
            Map.entry("knives", "knife"),
            Map.entry("lives", "life"),
            Map.entry("wolves", "wolf"),
            Map.entry("quizzes", "quiz"),
            Map.entry("caches", "cache"),
            Map.entry("movies", "movie"),
            Map.entry("cookies", "cookie"),
            Map.entry("ties", "tie"),
            Map.entry("pies", "pie"),
            Map.entry("shoes", "shoe"),
            Map.entry("toes", "toe"),
            Map.entry("abuses", "abuse"),
            Map.entry("excuses", "excuse"),
            Map.entry("fuses", "fuse"),
            Map.entry("reuses", "reuse"));

    private static final Set<String> SAME =
            Set.of("series", "species", "news", "data", "metadata", "media", "gas", "lens", "alias", "canvas", "atlas");

    /** Ends of singulars in s: aliases, addresses. */
    private static final List<String> STEMS_IN_S = List.of("alias", "gas", "lens", "canvas", "atlas", "ss");

    private static final List<String> STEMS_BEFORE_ES = List.of("x", "ch", "sh", "zz", "o");

    private Inflection() {}

    /**
     * Returns the singular of a plural noun.
     *
     * @param text a word, or several of which the last is the noun, joined by {@code _}, {@code -}, spaces or camel
     *     case
     */
    public static String singular(String text) {
        int start = lastWord(text);
        String word = text.substring(start);
        String lower = word.toLowerCase(Locale.ROOT);
        String singular = singularOfLowerCase(lower);
        return text.substring(0, start) + likeIn(word, lower, singular);
    }

    private static String singularOfLowerCase(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        boolean plural = word.length() > 2
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")
                && !SAME.contains(word);
        if (!plural) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 3) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("es")) {
            String stem = word.substring(0, word.length() - 2);
            return stemStandsAlone(stem) ? stem : stem + "e";
        }
        return word.substring(0, word.length() - 1);
    }

    private static boolean stemStandsAlone(String stem) {
        if (stem.endsWith("us")) {
            // causes, houses, uses against statuses, buses, viruses
            return stem.length() > 2 && !stem.endsWith("aus") && !stem.endsWith("ous");
        }
        return STEMS_IN_S.stream().anyMatch(stem::endsWith)
                || STEMS_BEFORE_ES.stream().anyMatch(stem::endsWith);
    }

    private static int lastWord(String text) {
        for (int i = text.length() - 1; i > 0; i--) {
            char here = text.charAt(i);
            if (!Character.isLetter(here)) {
                return i + 1;
            }
            if (Character.isUpperCase(here) && Character.isLowerCase(text.charAt(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    /** Gives the letters of {@code singular} the case that the plural has them in. */
    private static String likeIn(String word, String lower, String singular) {
        int shared = 0;
        while (shared < Math.min(word.length(), singular.length()) && lower.charAt(shared) == singular.charAt(shared)) {
            shared++;
        }
        boolean shouting = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        String rest = singular.substring(shared);
        return word.substring(0, shared) + (shouting ? rest.toUpperCase(Locale.ROOT) : rest);
    }
}
