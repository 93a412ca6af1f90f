package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.resolve.Shape.Branch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what to call variants that are written out where the union is: by their title, the constant that tells them from
 * the others, the status that they answer with, or the member that only they have.
 */
final class VariantNames {

    private static final int LONGEST = 40;

    private static final Pattern STATUS = Pattern.compile(".*/responses/(2\\d\\d)/content/[^/]+/schema");

    private static final Map<String, String> STATUSES =
            Map.of("200", "Ok", "201", "Created", "202", "Accepted", "206", "Partial");

    private final Types types;
    private final Shape.Choice choice;
    private final Set<String> taken = new HashSet<>();

    /**
     * Names the variants of one union.
     *
     * @param wrappers what its other variants are called
     */
    VariantNames(Types types, Shape.Choice choice, Set<String> wrappers) {
        this.types = types;
        this.choice = choice;
        wrappers.forEach(this::take);
        choice.branches().stream()
                .map(branch -> Pointers.componentName(branch.shape().origin().pointer()))
                .forEach(component -> take(component == null ? "" : component));
    }

    String of(int index) {
        Branch branch = choice.branches().get(index);
        String component = Pointers.componentName(branch.shape().origin().pointer());
        if (component != null) {
            return component;
        }
        String title = branch.shape().origin().annotations().title();
        if (!title.isEmpty()) {
            return title;
        }
        return Stream.concat(hints(branch).stream(), hints(branch).stream().map(hint -> hint + " object"))
                .filter(hint -> hint.length() <= LONGEST && hint.matches("(?s)[A-Za-z].*") && take(hint))
                .findFirst()
                .orElse("Variant" + (index + 1));
    }

    private List<String> hints(Branch branch) {
        List<String> hints = new ArrayList<>();
        if (branch.shape() instanceof Shape.Structure structure) {
            hints.addAll(constants(structure));
            Matcher status = STATUS.matcher(branch.node().pointer());
            if (status.matches()) {
                hints.add(STATUSES.getOrDefault(status.group(1), "Status" + status.group(1)));
            }
            List<String> own = structure.properties().keySet().stream()
                    .filter(member -> choice.branches().stream()
                            .filter(other ->
                                    !other.node().pointer().equals(branch.node().pointer()))
                            .noneMatch(other -> has(other, member)))
                    .toList();
            own.stream().filter(structure.required()::contains).findFirst().ifPresent(hints::add);
            own.stream()
                    .filter(member -> !structure.required().contains(member))
                    .findFirst()
                    .ifPresent(hints::add);
            if (structure.properties().isEmpty()) {
                hints.add("other");
            }
        }
        return hints;
    }

    /** Returns the texts that the structure always has, that of the discriminator first. */
    private List<String> constants(Shape.Structure structure) {
        List<String> constants = new ArrayList<>();
        structure.properties().forEach((member, property) -> {
            String text = text(property);
            boolean tells = choice.discriminator() != null
                    && choice.discriminator().member().equals(member);
            if (text != null) {
                constants.add(tells ? 0 : constants.size(), text);
            }
        });
        return constants;
    }

    private @Nullable String text(Shape.Property property) {
        return types.shape(property.node()) instanceof Shape.Constant constant
                        && constant.value() instanceof ConstantValue.Text text
                ? text.value()
                : null;
    }

    private static boolean has(Branch branch, String member) {
        return branch.shape() instanceof Shape.Structure structure
                && structure.properties().containsKey(member);
    }

    private boolean take(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
