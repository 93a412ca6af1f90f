package dev.parley.generator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceWordsTest {

    @Test
    void resource_alone_isSingular() {
        ResourceWords words = new ResourceWords(List.of(List.of("users", "keys")));

        assertThat(words.of(List.of("users", "keys"))).containsExactly("user", "key");
        assertThat(words.of(List.of("users"))).containsExactly("user");
    }

    @Test
    void resource_besideItsSingular_keepsItsOwnWord() {
        ResourceWords words = new ResourceWords(List.of(List.of("users", "keys"), List.of("user", "keys")));

        assertThat(words.of(List.of("users", "keys"))).containsExactly("users", "key");
        assertThat(words.of(List.of("user", "keys"))).containsExactly("user", "key");
    }

    @Test
    void resource_besideAnotherSpellingOfItsSingular_keepsItsOwnWord() {
        ResourceWords words = new ResourceWords(List.of(List.of("gpg-keys"), List.of("gpgKey")));

        assertThat(words.of(List.of("gpg-keys"))).containsExactly("gpg-keys");
    }
}
