package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Placement;
import dev.parley.generator.words.Inflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a place for inline types whose owner is not emitted, or that references reach from elsewhere; moves types out
 * of their owners.
 */
final class Placements {

    /** What the names of a nested type and of those around it may have together, before they are identifiers. */
    private static final int LONGEST = 150;

    /** What a name may grow by to be distinct, and the character between two names. */
    private static final int NUMBER = 4;

    private final Drafts drafts;

    Placements(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Settles what stands nowhere yet.
     *
     * @param inward the places inside components that references lead to
     */
    void settle(Set<String> inward) {
        for (Draft draft : drafts.all()) {
            DeclarationId id = draft.id();
            DeclarationId owner = owner(drafts.site(id).placement());
            if (owner == null) {
                continue;
            }
            if (inward.stream().anyMatch(place -> isApart(id, owner, place))) {
                promote(id, wordsOfPlace(id.pointer()));
            } else if (!drafts.contains(owner)) {
                Set<DeclarationId> heirs = drafts.heirs(owner);
                if (heirs.size() == 1) {
                    drafts.move(
                            id,
                            new Site(
                                    drafts.site(id).name(),
                                    new Placement.NestedIn(heirs.iterator().next())));
                } else {
                    promote(id);
                }
            }
        }
        drafts.all().forEach(draft -> promoteIfDeep(draft.id()));
    }

    /** A class file is named after all types around it, and file systems allow 255 characters. */
    private void promoteIfDeep(DeclarationId id) {
        DeclarationId owner = owner(drafts.site(id).placement());
        int length = drafts.site(id).name().text().length();
        for (DeclarationId enclosing : around(id)) {
            length += drafts.contains(enclosing)
                    ? drafts.site(enclosing).name().text().length() + NUMBER
                    : 0;
        }
        if (owner != null && length > LONGEST) {
            String component = Pointers.enclosingComponent(id.pointer());
            String own = drafts.site(id).name().text();
            promote(id, component == null ? own : component + " " + own);
        }
    }

    /** Gives a type a file of its own, named for its owner and itself, unless a person has named it. */
    void promote(DeclarationId id) {
        promote(id, words(id));
    }

    private void promote(DeclarationId id, String words) {
        NameHint name = drafts.site(id).name();
        drafts.move(id, new Site(name.curated() ? name : NameHint.of(words), new Placement.TopLevel()));
    }

    /** Returns the declarations around a type, the nearest first. */
    List<DeclarationId> around(DeclarationId id) {
        List<DeclarationId> around = new ArrayList<>();
        DeclarationId owner = owner(drafts.site(id).placement());
        while (owner != null) {
            around.add(owner);
            owner = drafts.contains(owner) ? owner(drafts.site(owner).placement()) : null;
        }
        return around;
    }

    static @Nullable DeclarationId owner(Placement placement) {
        if (placement instanceof Placement.NestedIn nested) {
            return nested.owner();
        }
        return placement instanceof Placement.NestedInWrapper wrapped ? wrapped.union() : null;
    }

    private static boolean isApart(DeclarationId id, DeclarationId owner, String place) {
        String pointer = id.pointer();
        return pointer.equals(place)
                || (pointer.startsWith(place + "/") && !owner.pointer().startsWith(place));
    }

    private String words(DeclarationId id) {
        Site site = drafts.site(id);
        DeclarationId owner = owner(site.placement());
        String own = site.name().text();
        String last = id.pointer().endsWith("/items") ? Inflection.singular(own) : own;
        return owner == null ? last : ownerWords(owner) + " " + last;
    }

    /** A type that references reach from elsewhere is named for its place, whoever reached it first. */
    private static String wordsOfPlace(String pointer) {
        List<String> tokens = Pointers.tokens(pointer);
        StringBuilder words = new StringBuilder(tokens.get(2));
        for (int i = 3; i < tokens.size(); i++) {
            if (tokens.get(i - 1).equals("properties")) {
                words.append(' ').append(tokens.get(i));
            }
        }
        return pointer.endsWith("/items") ? Inflection.singular(words.toString()) : words.toString();
    }

    private String ownerWords(DeclarationId owner) {
        if (drafts.contains(owner)) {
            Placement placement = drafts.site(owner).placement();
            return placement instanceof Placement.TopLevel
                    ? drafts.site(owner).name().text()
                    : words(owner);
        }
        String component = Pointers.enclosingComponent(owner.pointer());
        return component == null ? Pointers.last(owner.pointer()) : component;
    }
}
