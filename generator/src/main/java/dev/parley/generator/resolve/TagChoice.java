package dev.parley.generator.resolve;

import dev.parley.generator.resolve.Shape.Discriminator;
import dev.parley.generator.resolve.TagValues.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the member whose values tell candidates apart: the document's discriminator, {@code type}, else the first
 * that does.
 */
final class TagChoice {

    private final TagValues values;
    private final @Nullable Discriminator discriminator;

    TagChoice(TagValues values, @Nullable Discriminator discriminator) {
        this.values = values;
        this.discriminator = discriminator;
    }

    @Nullable
    Tag of(Candidate candidate, String member) {
        return values.of(candidate, member);
    }

    /** Returns the member to look at first, that of the most candidates, or {@code null} if none tells. */
    @Nullable
    String first(List<Candidate> candidates) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, List<Tag>> entry : tags(candidates).entrySet()) {
            List<Tag> tags = entry.getValue();
            if (tags.size() > most && tells(tags, candidates.size()) && !listsOverlap(tags)) {
                best = entry.getKey();
                most = tags.size();
            }
        }
        return best;
    }

    /**
     * Returns the member to look at where the members in {@code used} have equal values, or {@code null} if none tells.
     * Every record must have it.
     */
    @Nullable
    String further(List<Candidate> candidates, Set<String> used) {
        long records = candidates.stream()
                .filter(candidate -> candidate.record() != null)
                .count();
        return tags(candidates).entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .filter(entry -> entry.getValue().size() == records)
                .filter(entry -> tells(entry.getValue(), candidates.size()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Returns the tags of the candidates by member, the members in the order of preference. */
    private Map<String, List<Tag>> tags(List<Candidate> candidates) {
        Map<String, List<Tag>> tags = new LinkedHashMap<>();
        if (discriminator != null) {
            tags.put(discriminator.member(), new ArrayList<>());
        }
        tags.putIfAbsent("type", new ArrayList<>());
        for (Candidate candidate : candidates) {
            Set<String> names = new LinkedHashSet<>();
            if (discriminator != null) {
                names.add(discriminator.member());
            }
            candidate.members().forEach(member -> names.add(member.wireName()));
            for (String name : names) {
                Tag tag = values.of(candidate, name);
                if (tag != null) {
                    tags.computeIfAbsent(name, unused -> new ArrayList<>()).add(tag);
                }
            }
        }
        return tags;
    }

    /** Returns whether some value speaks for fewer than all candidates. */
    private static boolean tells(List<Tag> tags, int candidates) {
        Map<String, Integer> speaksFor = new LinkedHashMap<>();
        tags.forEach(tag -> tag.values().forEach(value -> speaksFor.merge(value, 1, Integer::sum)));
        return speaksFor.values().stream().anyMatch(count -> count < candidates);
    }

    /** Returns whether a value that an enum lists speaks for another candidate too. */
    private static boolean listsOverlap(List<Tag> tags) {
        Set<String> seen = new HashSet<>();
        boolean overlap = false;
        for (Tag tag : tags) {
            for (String value : tag.values()) {
                overlap |= !seen.add(value);
            }
        }
        return overlap && tags.stream().anyMatch(Tag::open);
    }
}
