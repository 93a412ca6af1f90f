package dev.parley.generator.emit.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about templates names every template, and every member of every view in the section of its template. */
class TemplateReferenceTest {

    private static final Path TEMPLATES = Path.of("../templates");

    private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");

    /** A member that is explained: in a row of a table, or in a sentence with what it is in brackets. */
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\||`([A-Za-z]+)` \\(");

    record Section(String heading, List<Class<?>> views) {}

    static List<Section> sections() {
        return List.of(
                new Section(
                        "client.mustache",
                        List.of(
                                ClientView.class,
                                ClientView.Option.class,
                                ClientView.Credential.class,
                                ClientView.Variable.class)),
                new Section("async-client.mustache and client-calls.mustache", List.of(RootView.class)),
                new Section(
                        "service.mustache and async-service.mustache",
                        List.of(ServiceView.class, ServiceView.Method.class)),
                new Section(
                        "calls.mustache",
                        List.of(
                                CallsView.class,
                                CallsView.OperationConstant.class,
                                CallsView.Method.class,
                                CallsView.Refusal.class)),
                new Section(
                        "http-service.mustache and http-async-service.mustache",
                        List.of(HttpServiceView.class, HttpServiceView.Method.class, HttpServiceView.Page.class)),
                new Section("page.mustache and async-page.mustache", List.of(PageView.class, PageView.Backwards.class)),
                new Section("package-info.mustache", List.of(PackageView.class)),
                new Section("module-info.mustache", List.of(ModuleView.class)),
                new Section("Resources below", List.of(ChildView.class)),
                new Section("Short forms", List.of(ShortFormView.class)));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void section_ofATemplate_namesTheMembersOfItsViews(Section section) throws IOException {
        String text = text(section);
        Set<String> named = CODE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).containsAll(members(section.views()));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void section_ofATemplate_explainsNoMemberThatItsViewsLack(Section section) throws IOException {
        assertThat(explained(text(section))).isNotEmpty().isSubsetOf(members(section.views()));
    }

    @Test
    void chapterAboutMixins_explainsTheMembersOfTheirView() throws IOException {
        String reference = reference();
        String chapter = reference.substring(reference.indexOf("\n## Mixins\n"), reference.indexOf("\n## Views\n"));

        assertThat(explained(chapter)).containsExactlyInAnyOrderElementsOf(members(List.of(MixinView.class)));
    }

    @Test
    void sections_together_haveEveryView() throws IOException {
        Set<String> views = sections().stream()
                .flatMap(section -> section.views().stream())
                .map(Class::getSimpleName)
                .filter(name -> name.endsWith("View"))
                .collect(Collectors.toCollection(TreeSet::new));
        views.add("MixinView"); // stands in the chapter about mixins

        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/parley/generator/emit/template"))) {
            assertThat(sources.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith("View.java"))
                            .map(file -> file.replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(views);
        }
    }

    @Test
    void reference_namesEveryBuiltInTemplate() throws IOException {
        String reference = reference();
        try (Stream<Path> templates = Files.list(TEMPLATES.resolve("parley"))) {
            assertThat(templates.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".mustache")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(reference).contains("| `" + name + "` |"));
        }
    }

    private static Set<String> explained(String text) {
        return EXPLAINED
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Section section) throws IOException {
        return Arrays.stream(reference().split("\n##+ "))
                .filter(found -> found.startsWith(section.heading() + "\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section ### " + section.heading()));
    }

    private static List<String> members(List<Class<?>> views) {
        return views.stream()
                .flatMap(view -> Arrays.stream(view.getRecordComponents()))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String reference() throws IOException {
        return Files.readString(TEMPLATES.resolve("README.md"));
    }
}
