package dev.parley.generator.emit.template;

import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Javadoc of methods of services and calls, as lines. */
final class MethodDocs {

    private static final String DEPRECATED = "@deprecated The document marks it so.";

    private final NameTable names;
    private final Signatures signatures;

    MethodDocs(NameTable names, Signatures signatures) {
        this.names = names;
        this.signatures = signatures;
    }

    /** Returns the Javadoc of a method that waits for the answer. */
    List<String> blocking(ServiceMethod method) {
        List<String> lines = described(
                method, "<p>Returns as soon as the answer begins; closing the stream gives up what has not been read.");
        addRefusal(method, lines);
        lines.add("@throws dev.parley.runtime.error.ApiException if the server answers with an error");
        lines.add(
                "@throws dev.parley.runtime.error.TransportException if the call does not get through or takes too long");
        return ended(method, lines);
    }

    /** Returns the Javadoc of a method that does not wait for the answer. */
    List<String> async(ServiceMethod method) {
        List<String> lines = described(
                method, "<p>Nothing is sent before somebody subscribes; each subscription is a call of its own.");
        addRefusal(method, lines);
        return ended(method, lines);
    }

    /** Returns the Javadoc of a form that leads to the method that takes everything: the first paragraph of that one. */
    List<String> shortForm(ServiceMethod method) {
        List<String> lines = new ArrayList<>();
        for (String line : paragraphs(method.operation())) {
            if (line.isEmpty()) {
                break;
            }
            lines.add(line);
        }
        lines.add("");
        lines.add("@see #" + method.name(names) + "(" + signatures.erasures(method.operation()) + ")");
        return ended(method, lines);
    }

    /** Returns the Javadoc of a method that makes a call; what the call is about stands at the service. */
    List<String> call(ServiceMethod method, String service) {
        List<String> lines = new ArrayList<>();
        lines.addAll(JavadocText.wrap(
                "Makes the call of {@link " + service + "#" + method.name(names) + "("
                        + signatures.erasures(method.operation()) + ")}.",
                ""));
        List<String> headers = method.operation().answering().headers();
        if (!headers.isEmpty()) {
            lines.add("");
            lines.addAll(JavadocText.wrap(
                    "<p>Headers of the answer: "
                            + headers.stream().map(JavadocText::code).collect(Collectors.joining(", ")) + ".",
                    ""));
        }
        List<String> tags = new ArrayList<>();
        addRefusal(method, tags);
        ended(method, tags);
        if (!tags.isEmpty()) {
            lines.add("");
            lines.addAll(tags);
        }
        return lines;
    }

    private List<String> described(ServiceMethod method, String aboutEvents) {
        Operation operation = method.operation();
        List<String> lines = new ArrayList<>(paragraphs(operation));
        lines.add("");
        if (method.events()) {
            lines.add(aboutEvents);
            lines.add("");
        }
        if (method.streamed()) {
            lines.add("<p>Its content is read as it comes in; whoever gets it closes it.");
            lines.add("");
        }
        if (method.nullable()) {
            lines.add("<p>The answer is {@code null} if it has no body.");
            lines.add("");
        }
        for (Parameter parameter : operation.pathParameters()) {
            String name = names.pathParameter(operation, parameter.wireName()).text();
            String phrase = JavadocText.phrase(parameter.documentation().text());
            String text = phrase.isEmpty() ? "the path parameter" : phrase;
            lines.addAll(JavadocText.wrap("@param " + name + " " + text, "    "));
        }
        if (operation.request() != null) {
            lines.add("@param request everything else that the call sends");
        }
        return lines;
    }

    private void addRefusal(ServiceMethod method, List<String> lines) {
        Operation.Streaming streaming = method.operation().streaming();
        if (!method.events() && streaming != null && streaming.flag() != null) {
            lines.addAll(JavadocText.wrap(
                    "@throws IllegalArgumentException if the request asks for events, which {@link #"
                            + names.streamMethod(method.operation()) + "} reads",
                    "    "));
        }
    }

    private List<String> ended(ServiceMethod method, List<String> lines) {
        if (signatures.isDeprecated(method)) {
            lines.add(DEPRECATED);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static List<String> paragraphs(Operation operation) {
        return operation.documentation().isEmpty()
                ? List.of("Calls {@code " + operation.method() + "} of the resource.")
                : JavadocText.paragraphs(operation.documentation().text());
    }
}
