package dev.parley.examples;

import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.FunctionToolCallOutputResource;
import dev.parley.openai.model.FunctionToolCallResource;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.ReasoningItem;
import dev.parley.openai.model.SummaryTextContent;
import dev.parley.openai.model.WebSearchToolCall;
import java.util.stream.Collectors;

/**
 * One line about any item. On Java 21 and later this is a {@code switch} that the compiler checks for completeness; on 17
 * it is a chain of patterns whose last branch stands for the types that a program does not care about.
 */
final class ItemText {

    private ItemText() {}

    static String of(ConversationItem item) {
        if (item instanceof Message message) {
            return message.role().value() + ": " + message.text();
        }
        if (item instanceof FunctionToolCallResource call) {
            return "calls " + call.name() + " with " + call.arguments();
        }
        if (item instanceof FunctionToolCallOutputResource output) {
            return "answers " + output.callId() + " with " + output.output().toJson();
        }
        if (item instanceof WebSearchToolCall search) {
            return "searches the web: " + search.status().value();
        }
        if (item instanceof ReasoningItem reasoning) {
            return reasoning.summary().stream()
                    .map(SummaryTextContent::text)
                    .collect(Collectors.joining(" ", "thinks: ", ""));
        }
        if (item instanceof ConversationItem.Unknown unknown) {
            return "something new, " + unknown.type() + ": " + unknown.toJson();
        }
        return "an item of type " + item.type();
    }
}
