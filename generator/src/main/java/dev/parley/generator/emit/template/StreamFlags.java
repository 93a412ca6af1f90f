package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Operation.Flag;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How requests say that events are to come: the form that reads events says it, the other one refuses it. */
final class StreamFlags {

    private final NameTable names;
    private final Map<DeclarationId, Declaration> declarations;

    StreamFlags(NameTable names, Map<DeclarationId, Declaration> declarations) {
        this.names = names;
        this.declarations = declarations;
    }

    /** Returns an expression for the request, in which the member that asks for events is set if the method reads them. */
    String set(ServiceMethod method) {
        return method.events() && flag(method) instanceof Flag.Member member
                ? "request.toBuilder()." + name(member) + "(true).build()"
                : "request";
    }

    /** Returns whether a parameter asks for events, and the method reads them. */
    boolean isSet(ServiceMethod method, Parameter parameter) {
        return method.events()
                && flag(method) instanceof Flag.Query query
                && parameter.location() == Parameter.Location.QUERY
                && parameter.wireName().equals(query.wireName());
    }

    /** Returns what a method that reads no events refuses: a list of none or one. */
    List<CallsView.Refusal> refusal(ServiceMethod method) {
        Flag flag = flag(method);
        if (method.events() || flag == null) {
            return List.of();
        }
        String message = "'" + flag.wireName() + "' is true, which asks for events: call "
                + names.streamMethod(method.operation()) + "(...) to read them";
        return List.of(new CallsView.Refusal(condition(method.operation().request(), flag), StringLiteral.of(message)));
    }

    private String condition(Operation.Request request, Flag flag) {
        DeclarationId type = ((TypeRef.Declared) request.type()).id();
        if (flag instanceof Flag.Query query) {
            Parameter parameter = request.parameters().stream()
                    .filter(found -> found.location() == Parameter.Location.QUERY
                            && found.wireName().equals(query.wireName()))
                    .findFirst()
                    .orElseThrow();
            return isTrue("request." + names.parameter(type, parameter) + "()", parameter.required());
        }
        Flag.Member member = (Flag.Member) flag;
        boolean isPrimitive = ((RecordDeclaration) declarations.get(member.body()))
                .properties().stream()
                        .filter(property -> property.wireName().equals(member.wireName()))
                        .map(Member.Property::presence)
                        .anyMatch(presence -> presence == Presence.REQUIRED);
        if (!(declarations.get(type) instanceof RequestDeclaration declaration)) {
            return isTrue("request." + name(member) + "()", isPrimitive);
        }
        String known = declaration.body().required() ? "" : "request.body() != null && ";
        return known + isTrue("request.body()." + name(member) + "()", isPrimitive);
    }

    private static String isTrue(String value, boolean isPrimitive) {
        return isPrimitive ? value : "Boolean.TRUE.equals(" + value + ")";
    }

    private String name(Flag.Member member) {
        return names.member(member.body(), member.wireName()).text();
    }

    private static @Nullable Flag flag(ServiceMethod method) {
        Operation.Streaming streaming = method.operation().streaming();
        return streaming == null ? null : streaming.flag();
    }
}
