package dev.parley.generator.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource({
        "conversations, conversation",
        "items, item",
        "entries, entry",
        "boxes, box",
        "batches, batch",
        "caches, cache",
        "responses, response",
        "databases, database",
        "uses, use",
        "causes, cause",
        "statuses, status",
        "addresses, address",
        "aliases, alias",
        "classes, class",
        "searches, search",
        "hashes, hash",
        "files, file",
        "images, image",
        "sizes, size",
        "quizzes, quiz",
        "heroes, hero",
        "photos, photo",
        "people, person",
        "children, child",
        "indices, index",
        "analyses, analysis",
        "shelves, shelf",
        "archives, archive",
        "keys, key",
        "movies, movie",
        "logprobs, logprob"
    })
    void singular_ofPlural_isTheSingular(String plural, String singular) {
        assertThat(Inflection.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "is",
                "status",
                "address",
                "analysis",
                "data",
                "metadata",
                "news",
                "series",
                "content",
                "alias",
                "filter",
                "bus"
            })
    void singular_ofNoPlural_staysAsItIs(String word) {
        assertThat(Inflection.singular(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "output_items, output_item",
        "vector-stores, vector-store",
        "pendingSafetyChecks, pendingSafetyCheck",
        "SalesPeople, SalesPerson",
        "People, Person",
        "ITEMS, ITEM",
        "ENTRIES, ENTRY"
    })
    void singular_ofSeveralWords_changesTheLastAndKeepsItsCase(String plural, String singular) {
        assertThat(Inflection.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations", "boxes", "statuses", "people", "entries", "filters"})
    void singular_ofASingular_changesNothingMore(String plural) {
        String once = Inflection.singular(plural);

        assertThat(Inflection.singular(once)).isEqualTo(once);
    }
}
