package dev.parley.generator.emit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.openapitools.Templates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MustacheRendererTest {

    private record View(String name, List<Item> items, boolean yes, List<String> words) {}

    private record Item(String label) {}

    private static final View VIEW =
            new View("<&\"'${}\\u002a {{x}}", List.of(new Item("a"), new Item("b")), true, List.of("one", "two"));

    private static String render(String template) {
        return new MustacheRenderer(Map.of("t.mustache", template)::get).render("t.mustache", VIEW);
    }

    @Test
    void text_ofAView_goesOutUnchanged() {
        assertThat(render("a {{name}} b {{{name}}} c {{&name}}"))
                .isEqualTo("a " + VIEW.name() + " b " + VIEW.name() + " c " + VIEW.name());
    }

    @Test
    void sections_seeTheirElementsAndWhatIsAround() {
        assertThat(render(
                        "{{#items}}{{label}}{{#yes}}!{{/yes}}{{/items}}{{#words}}<{{.}}>{{/words}}{{^yes}}no{{/yes}}"))
                .isEqualTo("a!b!<one><two>");
    }

    @Test
    void sectionOnALineOfItsOwn_leavesNoLine() {
        assertThat(render("a\n{{#items}}\n {{label}}\n{{/items}}\nb\n")).isEqualTo("a\n a\n b\nb\n");
    }

    @Test
    void unknownMember_isAnErrorThatNamesTemplateLineAndTheMembersThereAre() {
        assertThatThrownBy(() -> render("{{name}}\n{{nmae}}"))
                .hasMessage("{{nmae}} is no member of the view; there are name, items, yes, words")
                .extracting(failure -> ((TemplateException) failure).place())
                .isEqualTo("t.mustache:2");
        assertThatThrownBy(() -> render("{{#itmes}}{{/itmes}}")).hasMessageStartingWith("{{itmes}} is no member");
        assertThatThrownBy(() -> render("{{^itmes}}{{/itmes}}")).hasMessageStartingWith("{{itmes}} is no member");
    }

    @Test
    void unknownMember_inASection_isAnErrorThatNamesTheMembersThereAndAround() {
        assertThatThrownBy(() -> render("\n\n{{#items}}\n{{lable}}\n{{/items}}"))
                .hasMessage("{{lable}} is no member of the view; there are label;"
                        + " around this section: name, items, yes, words")
                .extracting(failure -> ((TemplateException) failure).place())
                .isEqualTo("t.mustache:4");
    }

    @Test
    void brokenTemplate_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> render("{{#items}}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("items")
                .extracting(failure -> ((TemplateException) failure).place())
                .isEqualTo("t.mustache:1");
    }

    @Test
    void missingTemplate_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> new MustacheRenderer(name -> null).render("none.mustache", VIEW))
                .hasMessage("there is no template of this name")
                .extracting(failure -> ((TemplateException) failure).place())
                .isEqualTo("none.mustache");
    }

    @Test
    void partial_ofTheSameSource_isRendered() {
        Map<String, String> templates = Map.of("t.mustache", "{{#items}}{{>p}}{{/items}}", "p.mustache", "[{{label}}]");

        assertThat(new MustacheRenderer(templates::get).render("t.mustache", VIEW))
                .isEqualTo("[a][b]");
    }

    @Test
    void partial_outsideOfTheTemplates_isRefused() {
        TemplateSource templates = new Templates(null);
        TemplateSource mine = name -> name.equals("t.mustache") ? "{{>../../../../etc/passwd}}" : templates.text(name);

        assertThatThrownBy(() -> new MustacheRenderer(mine).render("t.mustache", VIEW))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("'../../../../etc/passwd.mustache' is no name of a template");
    }
}
