package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.UnionDeclaration.Param;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what the variants of a union leave out when they are sent back as another union. */
final class ParamMembers {

    private final Drafts drafts;
    private final UnionDecisions decisions;
    private final Diagnostics diagnostics;
    private final Map<DeclarationId, DeclarationId> params = new HashMap<>();

    ParamMembers(Drafts drafts, UnionDecisions decisions, Diagnostics diagnostics) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.diagnostics = diagnostics;
    }

    /** Returns how a union is sent back, or {@code null} if the document does not say, or says what cannot be. */
    @Nullable
    Param of(Draft.OfUnion union, List<Candidate> candidates) {
        Draft.OfUnion param = union.param() == null ? null : drafts.union(union.param());
        if (param == null || !isSound(union, param.id(), candidates)) {
            return null;
        }
        List<Candidate> targets = decisions.candidates(param);
        Set<DeclarationId> same = targets.stream()
                .map(Candidate::record)
                .filter(Objects::nonNull)
                .map(Draft::id)
                .collect(Collectors.toSet());
        Map<DeclarationId, Set<String>> left = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            DeclarationId id = Objects.requireNonNull(candidate.record()).id();
            if (!same.contains(id)) {
                left.put(id, left(candidate, targets, union));
            }
        }
        return new Param(param.id(), left);
    }

    private boolean isSound(Draft.OfUnion union, DeclarationId param, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.record() == null) {
                diagnostics.error(
                        "param-of-wrapper",
                        union.id().pointer(),
                        "x-java-param stands on a choice of which not every branch is an object",
                        "Take the extension away, or the branch");
                return false;
            }
            DeclarationId other = params.putIfAbsent(candidate.record().id(), param);
            if (other != null && !other.equals(param)) {
                diagnostics.error(
                        "param-conflict",
                        union.id().pointer(),
                        "The variant at " + candidate.pointer() + " is sent back as " + other.pointer()
                                + " according to another choice",
                        "Let x-java-param refer to the same schema in both");
                return false;
            }
        }
        return true;
    }

    /** A member that only the source declares is the server's own; one that neither declares is kept. */
    private Set<String> left(Candidate source, List<Candidate> targets, Draft.OfUnion union) {
        List<Candidate> fitting =
                targets.stream().filter(target -> fits(source, target)).toList();
        Set<String> left = new LinkedHashSet<>();
        if (fitting.isEmpty()) {
            diagnostics.note(
                    "param-without-variant",
                    union.id().pointer(),
                    "No variant of " + union.param().pointer() + " is named like the one at " + source.pointer()
                            + ", which is sent back as it is, as an unknown one",
                    "Nothing to do unless the server refuses it");
            return left;
        }
        source.members().stream()
                .map(Member::wireName)
                .filter(name -> fitting.stream().allMatch(target -> target.member(name) == null))
                .forEach(left::add);
        return left;
    }

    /** Returns whether no constant of the target rules the source out. */
    private static boolean fits(Candidate source, Candidate target) {
        return target.members().stream().allMatch(member -> {
            ConstantValue wanted = constant(member);
            Member there = source.member(member.wireName());
            if (wanted == null) {
                return true;
            }
            return there == null ? !member.required() : constant(there) == null || wanted.equals(constant(there));
        });
    }

    private static @Nullable ConstantValue constant(Member member) {
        return member instanceof Member.Constant constant ? constant.value() : ((Member.Property) member).preset();
    }
}
