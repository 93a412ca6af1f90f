package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.Variant;
import dev.parley.generator.resolve.Drafts.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes required members optional that go the other way only: what is {@code readOnly} is required of answers, and what is
 * {@code writeOnly} of requests, while one record stands for both.
 */
final class Directions {

    private final Drafts drafts;
    private final Diagnostics diagnostics;

    Directions(Drafts drafts, Diagnostics diagnostics) {
        this.drafts = drafts;
        this.diagnostics = diagnostics;
    }

    void settle(List<Service> services) {
        Set<DeclarationId> sent = new LinkedHashSet<>();
        Set<DeclarationId> received = new LinkedHashSet<>();
        for (Service service : services) {
            for (Operation operation : service.operations()) {
                if (operation.request() != null) {
                    reach(operation.request().type(), sent);
                }
                reach(operation.response(), received);
                if (operation.streaming() != null) {
                    reach(operation.streaming().event(), received);
                }
            }
        }
        for (Draft draft : drafts.all()) {
            if (draft instanceof Draft.OfRecord record) {
                drafts.add(new Draft.OfRecord(
                        record.id(),
                        record.documentation(),
                        record.deprecated(),
                        record.members().stream()
                                .map(member -> settled(member, record.id(), sent, received))
                                .toList()));
            }
        }
    }

    private Member settled(Member member, DeclarationId record, Set<DeclarationId> sent, Set<DeclarationId> received) {
        Direction direction = drafts.directions(record).get(member.wireName());
        boolean both = direction == Direction.SENT
                ? received.contains(record)
                : direction == Direction.RECEIVED && sent.contains(record);
        if (!both || !member.required()) {
            return member;
        }
        boolean fixed = member instanceof Member.Constant;
        if (fixed && direction == Direction.RECEIVED) {
            return member;
        }
        diagnostics.note(
                "required-one-way",
                record.pointer(),
                "The member '" + member.wireName() + "' is required in "
                        + (direction == Direction.SENT ? "requests" : "answers")
                        + " only, and the schema is used in both, so the member is optional",
                "Give requests a schema of their own if builders are to demand it");
        return member instanceof Member.Constant constant ? optional(constant) : optional((Member.Property) member);
    }

    private static Member optional(Member.Constant constant) {
        return new Member.Property(
                constant.wireName(),
                constant.name(),
                constant.value().type(),
                Presence.OPTIONAL,
                constant.documentation(),
                constant.deprecated(),
                constant.value(),
                Constraints.NONE,
                null);
    }

    private static Member optional(Member.Property property) {
        return new Member.Property(
                property.wireName(),
                property.name(),
                property.type(),
                Presence.OPTIONAL,
                property.documentation(),
                property.deprecated(),
                property.preset(),
                property.constraints(),
                property.stringSetter());
    }

    private void reach(@Nullable TypeRef type, Set<DeclarationId> into) {
        Deque<TypeRef> open = new ArrayDeque<>();
        if (type != null) {
            open.add(type);
        }
        while (!open.isEmpty()) {
            TypeRef next = open.remove();
            if (next instanceof TypeRef.ListOf list) {
                open.add(list.element());
            } else if (next instanceof TypeRef.MapOf map) {
                open.add(map.value());
            } else if (next instanceof TypeRef.Declared declared && into.add(declared.id())) {
                open.addAll(used(declared.id()));
            }
        }
    }

    private List<TypeRef> used(DeclarationId id) {
        List<TypeRef> used = new ArrayList<>();
        Draft draft = drafts.draft(id);
        if (draft instanceof Draft.OfRecord record) {
            for (Member member : record.members()) {
                if (member instanceof Member.Property property) {
                    used.add(property.type());
                }
            }
        } else if (draft instanceof Draft.OfUnion union) {
            union.variants().forEach(variant -> used.add(type(variant)));
        } else if (draft instanceof Draft.OfRequest request && request.body() != null) {
            used.add(request.body().type());
        }
        return used;
    }

    private static TypeRef type(Variant variant) {
        if (variant instanceof Variant.Wrapper wrapper) {
            return wrapper.value();
        }
        return new TypeRef.Declared(
                variant instanceof Variant.Record record ? record.id() : ((Variant.Union) variant).id());
    }
}
