package dev.parley.generator.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What types of a resource are called: its segments in the singular, where that is no other resource of the same parent. */
public final class ResourceWords {

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

    /** The segments below each resource, by what is left of their singular without case and signs. */
    private final Map<List<String>, Map<String, Set<String>>> below = new HashMap<>();

    /** Takes all resources of a document, each from the root; those above them count, too. */
    public ResourceWords(Collection<List<String>> resources) {
        for (List<String> resource : resources) {
            for (int depth = 0; depth < resource.size(); depth++) {
                String segment = resource.get(depth);
                below.computeIfAbsent(resource.subList(0, depth), unused -> new HashMap<>())
                        .computeIfAbsent(folded(Inflection.singular(segment)), unused -> new HashSet<>())
                        .add(segment);
            }
        }
    }

    /** Returns a word or several for each segment: {@code /user/keys} is {@code user key}, beside {@code users key}. */
    public List<String> of(List<String> resource) {
        List<String> words = new ArrayList<>();
        for (int depth = 0; depth < resource.size(); depth++) {
            String segment = resource.get(depth);
            String singular = Inflection.singular(segment);
            Set<String> alike =
                    below.getOrDefault(resource.subList(0, depth), Map.of()).getOrDefault(folded(singular), Set.of());
            boolean shared = alike.size() > (alike.contains(segment) ? 1 : 0);
            words.add(shared ? segment : singular);
        }
        return words;
    }

    private static String folded(String word) {
        return SIGNS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
