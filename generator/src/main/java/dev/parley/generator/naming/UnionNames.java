package dev.parley.generator.naming;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the accessors of unions: of the tag, and of members that all variants share. */
final class UnionNames {

    /** Components that every {@code Unknown} variant has beside the tag. */
    private static final List<String> UNKNOWN_COMPONENTS = List.of("json", "problem");

    private record Key(DeclarationId union, String wireName) {}

    private final Map<DeclarationId, Identifier> tags = new HashMap<>();
    private final Map<Key, Identifier> shared = new HashMap<>();
    private final Map<DeclarationId, Declaration> declarations;
    private final MemberNames members;

    private UnionNames(Map<DeclarationId, Declaration> declarations, MemberNames members) {
        this.declarations = declarations;
        this.members = members;
    }

    /**
     * Decides the names of a model.
     *
     * @param members what records call their members: a union calls them the same
     */
    static UnionNames of(ApiModel model, MemberNames members) {
        UnionNames names = new UnionNames(model.byId(), members);
        for (Declaration declaration : model.declarations()) {
            if (declaration instanceof UnionDeclaration union) {
                names.nameTag(union);
                names.nameShared(union);
            }
        }
        return names;
    }

    /** Returns the name of the accessor of the tag, or {@code null} if the records do not agree on one. */
    @Nullable
    Identifier tag(DeclarationId union) {
        return tags.get(union);
    }

    /** Returns the name of the accessor of a member, or {@code null} if the records do not agree on one. */
    @Nullable
    Identifier shared(DeclarationId union, String wireName) {
        return shared.get(new Key(union, wireName));
    }

    private void nameTag(UnionDeclaration union) {
        if (union.tag() == null) {
            return;
        }
        Identifier name = common(union, union.tag().wireName());
        if (name != null) {
            tags.put(union.id(), name);
        }
    }

    private void nameShared(UnionDeclaration union) {
        for (UnionDeclaration.Shared member : union.shared()) {
            Identifier name = common(union, member.wireName());
            if (name != null && !name.equals(tags.get(union.id()))) {
                shared.put(new Key(union.id(), member.wireName()), name);
            }
        }
    }

    /** Returns what all records of a union call a member, or {@code null} if they do not agree on a name. */
    private @Nullable Identifier common(UnionDeclaration union, String wireName) {
        List<Identifier> names = union.variants().stream()
                .flatMap(variant -> recordsOf(variant).stream())
                .map(record -> members.member(record.id(), wireName))
                .distinct()
                .toList();
        return names.size() == 1 && !UNKNOWN_COMPONENTS.contains(names.get(0).text()) ? names.get(0) : null;
    }

    private List<RecordDeclaration> recordsOf(Variant variant) {
        if (variant instanceof Variant.Record record) {
            return List.of((RecordDeclaration) declarations.get(record.id()));
        }
        if (variant instanceof Variant.Union union) {
            return ((UnionDeclaration) declarations.get(union.id()))
                    .variants().stream()
                            .flatMap(inner -> recordsOf(inner).stream())
                            .toList();
        }
        return List.of();
    }
}
