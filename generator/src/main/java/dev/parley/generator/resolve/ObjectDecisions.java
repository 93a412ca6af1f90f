package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.resolve.Shape.Discriminator;
import dev.parley.generator.resolve.TagValues.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells objects apart: by the values of a tag, then of a second one, then by {@link PresenceDecisions}. */
final class ObjectDecisions {

    private final TagChoice tags;
    private final PresenceDecisions presence;
    private final TypeKinds kinds;
    private final Ambiguities ambiguities;

    ObjectDecisions(Drafts drafts, @Nullable Discriminator discriminator, Ambiguities ambiguities) {
        this.tags = new TagChoice(new TagValues(drafts, discriminator), discriminator);
        this.kinds = new TypeKinds(drafts);
        this.presence = new PresenceDecisions(kinds, ambiguities);
        this.ambiguities = ambiguities;
    }

    /** Returns the decision between objects; maps among them take what no record fits. */
    Decision of(List<Candidate> candidates) {
        return candidates.stream().allMatch(candidate -> candidate.record() == null)
                ? ambiguities.first(candidates, Map.of())
                : among(candidates, Set.of());
    }

    private Decision among(List<Candidate> candidates, Set<String> used) {
        if (candidates.size() == 1) {
            return candidates.get(0).found();
        }
        String member = used.isEmpty() ? tags.first(candidates) : tags.further(candidates, used);
        if (member != null) {
            return byTag(member, candidates, used);
        }
        return used.isEmpty() ? presence.asking(candidates, used) : presence.afterTags(candidates, used);
    }

    private Decision byTag(String member, List<Candidate> candidates, Set<String> used) {
        Map<String, List<Candidate>> byValue = new LinkedHashMap<>();
        List<Candidate> tagless = new ArrayList<>();
        List<Candidate> open = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Tag tag = tags.of(candidate, member);
            if (tag == null || !tag.always()) {
                tagless.add(candidate);
            }
            if (tag == null ? new CandidateKinds(candidate, kinds).fitsTag(member) : tag.open() && !used.isEmpty()) {
                open.add(candidate);
            }
            if (tag != null) {
                tag.values()
                        .forEach(value -> byValue.computeIfAbsent(value, unused -> new ArrayList<>())
                                .add(candidate));
            }
        }
        // A map has the members of every record, too.
        open.stream()
                .filter(candidate -> candidate.record() == null)
                .forEach(map -> byValue.values().forEach(matching -> matching.add(map)));
        Set<String> deeper = new LinkedHashSet<>(used);
        deeper.add(member);
        Map<String, Decision> values = new LinkedHashMap<>();
        byValue.forEach((value, matching) -> values.put(value, among(matching, deeper)));
        return new Decision.ByTag(
                member,
                Collections.unmodifiableMap(values),
                tagless.isEmpty() ? null : withoutTag(tagless, deeper),
                open.isEmpty() ? null : among(open, deeper));
    }

    /** Another tag may still tell; else it is asked for members. */
    private Decision withoutTag(List<Candidate> candidates, Set<String> used) {
        String member = candidates.size() == 1 ? null : tags.further(candidates, used);
        return member == null ? presence.asking(candidates, used) : byTag(member, candidates, used);
    }
}
