package dev.parley.generator.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree that finds the variant of a value: JSON kind first, then the values of constant members, then which members are there.
 *
 * <p>A path that ends nowhere ({@code null}, or no branch) means the unknown variant.
 */
public sealed interface Decision {

    /**
     * Decides by the kind of the value.
     *
     * @param branches a decision for each kind that a variant can have, in the order of {@link JsonKind}
     */
    record ByKind(Map<JsonKind, Decision> branches) implements Decision {}

    /**
     * Decides by the value of a member of an object: a string, or a boolean or whole number as text.
     *
     * @param member the wire name
     * @param values a decision for each value, in the order of the document
     * @param absent for an object without the member or with one that is none of these
     * @param otherwise for a value that no branch names
     */
    record ByTag(
            String member,
            Map<String, Decision> values,
            @Nullable Decision absent,
            @Nullable Decision otherwise) implements Decision {}

    /**
     * Decides by the kind of a member of an object.
     *
     * @param member the wire name
     * @param branches a decision for each kind, in the order of {@link JsonKind}
     * @param otherwise for an object without the member or with one of another kind
     */
    record ByMemberKind(
            String member,
            Map<JsonKind, Decision> branches,
            @Nullable Decision otherwise) implements Decision {}

    /**
     * Decides by which members are there: the first branch whose members are all there.
     *
     * @param branches in the order in which they are asked; a branch without members always holds
     */
    record ByPresence(List<Branch> branches) implements Decision {

        /**
         * One question.
         *
         * @param members the wire names that must all be there
         * @param then what holds then
         */
        public record Branch(Set<String> members, Decision then) {}
    }

    /**
     * The variant is found.
     *
     * @param union the union that declares the variant: the one at hand, or one nested in it
     * @param variant the position among that union's variants; a {@link Variant.Union} there means that it decides on
     */
    record Found(DeclarationId union, int variant) implements Decision {}
}
