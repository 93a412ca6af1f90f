package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports what no class file can hold: the source of it would not compile. */
final class ClassFileLimits {

    /** What the parameters of a constructor may take, JVMS 4.3.3; {@code this} and the additional properties take one each. */
    private static final int SLOTS = 255 - 2;

    /** Bytes of a string, JVMS 4.4.7; a character takes three at most. */
    private static final int CHARACTERS = 65_535 / 3;

    /** Values, members or variants that one method can tell apart within the 65,535 bytes of its code, JVMS 4.7.3. */
    static final int CASES = 1_000;

    private final Diagnostics diagnostics;

    ClassFileLimits(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the members that one record can have: all as a rule, else the required ones and then those that come first.
     * The others are additional properties.
     */
    static List<Member> withinOneRecord(List<Member> members, Origin record, Diagnostics diagnostics) {
        List<Member> byNeed =
                new ArrayList<>(members.stream().filter(Member::required).toList());
        members.stream().filter(member -> !member.required()).forEach(byNeed::add);
        Set<Member> kept = new HashSet<>();
        int slots = 0;
        for (Member member : byNeed) {
            int needed = member instanceof Member.Property property ? slots(property) : 0;
            if (kept.size() < CASES && slots + needed <= SLOTS) {
                kept.add(member);
                slots += needed;
            }
        }
        if (kept.size() < members.size()) {
            diagnostics.warning(
                    "record-too-large",
                    record.pointer(),
                    "No constructor takes " + members.size() + " members; additional properties hold "
                            + (members.size() - kept.size()) + " of these",
                    "Divide the schema, or take out with an overlay what you do not need");
        }
        return members.stream().filter(kept::contains).toList();
    }

    void check(List<Declaration> declarations, List<Service> services) {
        declarations.forEach(this::check);
        services.stream().flatMap(service -> service.operations().stream()).forEach(this::check);
    }

    private void check(Declaration declaration) {
        String pointer = declaration.id().pointer();
        if (declaration instanceof RecordDeclaration record) {
            checkCases(record.members().size(), pointer);
            checkSlots(
                    record.properties().stream()
                            .mapToInt(ClassFileLimits::slots)
                            .sum(),
                    pointer);
            record.members().forEach(member -> checkText(member, pointer));
        } else if (declaration instanceof EnumDeclaration open) {
            checkCases(open.values().size(), pointer);
            open.values().forEach(value -> checkText(value.wireValue(), pointer));
        } else if (declaration instanceof UnionDeclaration union) {
            checkCases(union.variants().size(), pointer);
        } else if (declaration instanceof RequestDeclaration request) {
            checkSlots(
                    request.parameters().stream()
                            .mapToInt(ClassFileLimits::slots)
                            .sum(),
                    pointer);
            request.parameters().forEach(parameter -> checkText(parameter.wireName(), pointer));
        }
    }

    private void check(Operation operation) {
        checkText(operation.path(), operation.pointer());
        checkText(operation.verb(), operation.pointer());
        checkSlots(
                operation.pathParameters().stream()
                        .mapToInt(ClassFileLimits::slots)
                        .sum(),
                operation.pointer());
    }

    private void checkText(Member member, String pointer) {
        checkText(member.wireName(), pointer);
        ConstantValue value =
                member instanceof Member.Constant constant ? constant.value() : ((Member.Property) member).preset();
        if (value instanceof ConstantValue.Text text) {
            checkText(text.value(), pointer);
        }
    }

    private void checkText(String text, String pointer) {
        if (text.length() > CHARACTERS) {
            report(pointer, "a string of " + text.length() + " characters stands here, and " + CHARACTERS);
        }
    }

    private void checkSlots(int slots, String pointer) {
        if (slots > SLOTS) {
            report(pointer, slots + " values are needed to make one (numbers count twice), and " + SLOTS);
        }
    }

    private void checkCases(int cases, String pointer) {
        if (cases > CASES) {
            report(pointer, cases + " members, values or variants are named, and " + CASES);
        }
    }

    private static int slots(Member.Property property) {
        return property.required() ? slots(property.type()) : 1;
    }

    private static int slots(Parameter parameter) {
        return parameter.required() ? slots(parameter.type()) : 1;
    }

    private static int slots(TypeRef type) {
        return type == TypeRef.Scalar.LONG || type == TypeRef.Scalar.DOUBLE ? 2 : 1;
    }

    private void report(String pointer, String found) {
        diagnostics.error(
                "too-large",
                pointer,
                "A class of Java cannot hold this: " + found + " is the most",
                "Take something out with an overlay, or replace the schema by a free-form one");
    }
}
