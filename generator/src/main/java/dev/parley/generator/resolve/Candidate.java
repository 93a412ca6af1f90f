package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variant that a value may turn out to be: a record or a wrapper, of the union at hand or of one nested in it.
 *
 * @param path the union that declares the variant, last, and the unions around that one
 * @param index the position among the variants of that union
 * @param record the record, or {@code null} for a wrapper
 */
record Candidate(List<DeclarationId> path, int index, Variant variant, Draft.@Nullable OfRecord record) {

    Decision found() {
        return new Decision.Found(path.get(path.size() - 1), index);
    }

    /** Returns the member with this wire name, or {@code null}. */
    @Nullable
    Member member(String wireName) {
        return members().stream()
                .filter(member -> member.wireName().equals(wireName))
                .findFirst()
                .orElse(null);
    }

    List<Member> members() {
        return record == null ? List.of() : record.members();
    }

    /** Returns the wire names of the members that must be there. */
    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        members().stream().filter(Member::required).forEach(member -> names.add(member.wireName()));
        return names;
    }

    /** Returns the pointer of the record, or of the union for a wrapper. */
    String pointer() {
        return record == null
                ? path.get(path.size() - 1).pointer()
                : record.id().pointer();
    }
}
