package dev.parley.generator.resolve;

import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes declarations of drafts, in the order of the document, each owner before what is nested in it. */
final class Assembly {

    private final Drafts drafts;
    private final Memberships memberships;
    private final UnionDecisions decisions;
    private final ParamMembers params;

    Assembly(Drafts drafts, Memberships memberships, UnionDecisions decisions, ParamMembers params) {
        this.drafts = drafts;
        this.memberships = memberships;
        this.decisions = decisions;
        this.params = params;
    }

    /** Returns the declarations, in the order of the drafts. */
    List<Declaration> declarations() {
        Map<DeclarationId, List<Draft>> nested = new LinkedHashMap<>();
        List<Draft> roots = new ArrayList<>();
        for (Draft draft : drafts.all()) {
            DeclarationId owner = Placements.owner(drafts.site(draft.id()).placement());
            List<Draft> level = owner == null ? roots : nested.computeIfAbsent(owner, unused -> new ArrayList<>());
            level.add(draft);
        }
        List<Declaration> declarations = new ArrayList<>();
        roots.forEach(root -> addWithNested(root, nested, declarations));
        return declarations;
    }

    private void addWithNested(Draft draft, Map<DeclarationId, List<Draft>> nested, List<Declaration> into) {
        into.add(declaration(draft));
        nested.getOrDefault(draft.id(), List.of()).forEach(inner -> addWithNested(inner, nested, into));
    }

    private Declaration declaration(Draft draft) {
        Site site = drafts.site(draft.id());
        if (draft instanceof Draft.OfRecord record) {
            return new RecordDeclaration(
                    record.id(),
                    site.name(),
                    site.placement(),
                    record.documentation(),
                    record.deprecated(),
                    record.members(),
                    memberships.of(record.id()));
        }
        if (draft instanceof Draft.OfUnion union) {
            return declaration(union, site);
        }
        if (draft instanceof Draft.OfRequest request) {
            return new RequestDeclaration(
                    request.id(),
                    site.name(),
                    site.placement(),
                    request.documentation(),
                    request.deprecated(),
                    request.parameters(),
                    request.body());
        }
        Draft.OfEnum open = (Draft.OfEnum) draft;
        return new EnumDeclaration(
                open.id(), site.name(), site.placement(), open.documentation(), open.deprecated(), open.values());
    }

    private Declaration declaration(Draft.OfUnion union, Site site) {
        Decision decision = decisions.of(union);
        List<Candidate> candidates = decisions.candidates(union);
        UnionDeclaration.Tag tag = UnionTags.of(decision, candidates);
        return new UnionDeclaration(
                union.id(),
                site.name(),
                site.placement(),
                union.documentation(),
                union.deprecated(),
                union.variants(),
                tag,
                decisions.onlyObjects(union),
                decision,
                memberships.of(union.id()),
                new SharedMembers(drafts).of(candidates, tag),
                params.of(union, candidates));
    }
}
