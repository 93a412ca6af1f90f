package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Emits the codec of a record: one pass over the members in, one over the components out. */
final class RecordCodecEmitter {

    private final EmitContext context;

    RecordCodecEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(RecordDeclaration record) {
        ClassName type = context.types().declared(record.id());
        return TypeSpec.classBuilder(context.types().codec(record.id()))
                .addJavadoc("Reads and writes {@link $T}.\n", type)
                .addAnnotation(Library.GENERATED_BY_PARLEY)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(members(record))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(read(record, type))
                .addMethod(write(record, type))
                .build();
    }

    /** Required members come first, which is what their positions in the {@code switch} follow. */
    private static List<Member> inReadingOrder(RecordDeclaration record) {
        return Stream.concat(
                        record.members().stream().filter(Member::required),
                        record.members().stream().filter(member -> !member.required()))
                .toList();
    }

    private static FieldSpec members(RecordDeclaration record) {
        CodeBlock.Builder names = CodeBlock.builder().add("$T.required($L)", Library.MEMBERS, wireNames(record, true));
        if (!record.members().stream().allMatch(Member::required)) {
            names.add("\n$>$>.optional($L)$<$<", wireNames(record, false));
        }
        return FieldSpec.builder(Library.MEMBERS, "MEMBERS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(names.build())
                .build();
    }

    private static CodeBlock wireNames(RecordDeclaration record, boolean required) {
        return record.members().stream()
                .filter(member -> member.required() == required)
                .map(member -> Literals.string(member.wireName()))
                .collect(CodeBlock.joining(", "));
    }

    private MethodSpec read(RecordDeclaration record, ClassName type) {
        String in = context.names().variable(record, "in");
        String member = context.names().variable(record, "member");
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member.Property property : record.properties()) {
            code.addStatement("$T $N = $L", variableType(property), name(record, property), initial(property));
        }
        code.addStatement("$N.startObject()", in);
        code.beginControlFlow(
                "for (int $1N = $2N.nextMember(MEMBERS); $1N != $3T.END; $1N = $2N.nextMember(MEMBERS))",
                member,
                in,
                Library.JSON_READER);
        code.add(branches(record, in, member)).endControlFlow();
        code.addStatement("$T additionalProperties = $N.endObject(MEMBERS)", Library.JSON_OBJECT, in);
        List<CodeBlock> arguments = new ArrayList<>();
        record.properties().forEach(property -> arguments.add(CodeBlock.of("$N", name(record, property))));
        arguments.add(CodeBlock.of("additionalProperties"));
        code.addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "));
        return MethodSpec.methodBuilder("read")
                .addJavadoc("Reads the object that {@code $N} stands on.\n", in)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(Library.JSON_READER, in)
                .addCode(code.build())
                .build();
    }

    private CodeBlock branches(RecordDeclaration record, String in, String member) {
        List<Member> members = inReadingOrder(record);
        CodeBlock.Builder code = CodeBlock.builder();
        if (members.isEmpty()) {
            return code.addStatement("$N.keep()", in).build();
        }
        code.beginControlFlow("switch ($N)", member);
        for (int i = 0; i < members.size(); i++) {
            code.add("case $L -> $L;\n", i, branch(record, members.get(i), in));
        }
        return code.add("default -> $N.keep();\n", in).endControlFlow().build();
    }

    private CodeBlock branch(RecordDeclaration record, Member member, String in) {
        if (member instanceof Member.Constant constant) {
            return CodeBlock.of("$N.constant($L)", in, Literals.of(constant.value()));
        }
        Member.Property property = (Member.Property) member;
        CodeBlock value = new ReadExpressions(context, wanted -> context.names().variable(record, wanted))
                .of(property.type(), in);
        String name = name(record, property);
        if (property.type() == TypeRef.FreeForm.VALUE) {
            return CodeBlock.of("$N = $L", name, value);
        }
        return switch (property.presence()) {
            case REQUIRED -> CodeBlock.of("$N = $L", name, value);
            case REQUIRED_NULLABLE -> CodeBlock.of("$N = $N.readNull() ? null : $L", name, in, value);
            case OPTIONAL -> CodeBlock.of("$N = $N.keepNull() ? null : $L", name, in, value);
        };
    }

    /** A variable that has no value yet is {@code null}; one of a primitive type has a value that is never used. */
    private TypeName variableType(Member.Property property) {
        TypeName type = context.types().of(property.type());
        return property.presence() == Presence.REQUIRED ? type : type.box();
    }

    private static CodeBlock initial(Member.Property property) {
        if (property.presence() != Presence.REQUIRED || !(property.type() instanceof TypeRef.Scalar scalar)) {
            return CodeBlock.of("null");
        }
        return switch (scalar) {
            case STRING, FILE -> CodeBlock.of("null");
            case LONG, INT, DOUBLE -> CodeBlock.of("0");
            case BOOLEAN -> CodeBlock.of("false");
        };
    }

    private MethodSpec write(RecordDeclaration record, ClassName type) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.startObject(value.additionalProperties())");
        for (Member member : record.members()) {
            CodeBlock wireName = Literals.string(member.wireName());
            if (member instanceof Member.Constant constant) {
                code.addStatement("out.constant($L, $L)", wireName, Literals.of(constant.value()));
            } else {
                Member.Property property = (Member.Property) member;
                code.addStatement("out.$L($L, value.$N())", writer(property), wireName, name(record, property));
            }
        }
        return MethodSpec.methodBuilder("write")
                .addJavadoc("Writes {@code value} as an object.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Library.JSON_WRITER, "out")
                .addParameter(type, "value")
                .addCode(code.addStatement("out.endObject()").build())
                .build();
    }

    private static String writer(Member.Property property) {
        return switch (property.presence()) {
            case REQUIRED -> "member";
            case REQUIRED_NULLABLE -> "nullable";
            case OPTIONAL -> "optional";
        };
    }

    private String name(RecordDeclaration record, Member.Property property) {
        return context.names().member(record.id(), property.wireName()).text();
    }
}
