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
    private final Ambiguities ambiguities;

    ObjectDecisions(Drafts drafts, @Nullable Discriminator discriminator, Ambiguities ambiguities) {
        this.tags = new TagChoice(new TagValues(drafts, discriminator), discriminator);
        this.presence = new PresenceDecisions(new TypeKinds(drafts), ambiguities);
        this.ambiguities = ambiguities;
    }

    /** Returns the decision between objects; maps among them take what no record fits. */
    Decision of(List<Candidate> candidates) {
        List<Candidate> records = candidates.stream()
                .filter(candidate -> candidate.record() != null)
                .toList();
        List<Candidate> maps = candidates.stream()
                .filter(candidate -> candidate.record() == null)
                .toList();
        if (records.isEmpty()) {
            return ambiguities.first(maps);
        }
        Decision decision = among(records, Set.of());
        return maps.isEmpty() ? decision : orElse(decision, records, ambiguities.first(maps));
    }

    private Decision among(List<Candidate> candidates, Set<String> used) {
        if (candidates.size() == 1) {
            return candidates.get(0).found();
        }
        String member = used.isEmpty() ? tags.first(candidates) : tags.further(candidates, used);
        if (member != null) {
            return byTag(member, candidates, used);
        }
        return used.isEmpty() ? presence.asking(candidates) : presence.afterTags(candidates, used);
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
            if (tag == null ? tags.isText(candidate, member) : tag.open() && !used.isEmpty()) {
                open.add(candidate);
            }
            if (tag != null) {
                tag.values()
                        .forEach(value -> byValue.computeIfAbsent(value, unused -> new ArrayList<>())
                                .add(candidate));
            }
        }
        Set<String> deeper = new LinkedHashSet<>(used);
        deeper.add(member);
        Map<String, Decision> values = new LinkedHashMap<>();
        byValue.forEach((value, matching) -> values.put(value, among(matching, deeper)));
        return new Decision.ByTag(
                member,
                Collections.unmodifiableMap(values),
                tagless.isEmpty() ? null : presence.asking(tagless),
                open.isEmpty() ? null : ambiguities.first(open));
    }

    /** Lets {@code rest} take what ends nowhere. */
    private static Decision orElse(Decision decision, List<Candidate> records, Decision rest) {
        if (decision instanceof Decision.ByTag tag) {
            Decision absent = tag.absent() == null ? rest : orElse(tag.absent(), records, rest);
            Decision otherwise = tag.otherwise() == null ? rest : tag.otherwise();
            return new Decision.ByTag(tag.member(), tag.values(), absent, otherwise);
        }
        if (decision instanceof Decision.ByMemberKind kinds) {
            return new Decision.ByMemberKind(
                    kinds.member(), kinds.branches(), kinds.otherwise() == null ? rest : kinds.otherwise());
        }
        List<Decision.ByPresence.Branch> branches = new ArrayList<>();
        if (decision instanceof Decision.ByPresence asked) {
            branches.addAll(asked.branches());
        } else {
            branches.add(new Decision.ByPresence.Branch(
                    Collections.unmodifiableSet(records.get(0).required()), decision));
        }
        branches.add(new Decision.ByPresence.Branch(Set.of(), rest));
        return new Decision.ByPresence(List.copyOf(branches));
    }
}
