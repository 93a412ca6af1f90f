package dev.parley.generator.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static Identifier id(String name) {
        return new Identifier(name);
    }

    @Test
    void takenName_askedForAgain_getsANumber() {
        Scope scope = Scope.ofMembers();

        assertThat(List.of(scope.take(id("a")), scope.take(id("a")), scope.take(id("a"))))
                .containsExactly(id("a"), id("a2"), id("a3"));
    }

    @Test
    void takenName_endingInADigit_getsItsNumberBehindAnUnderscore() {
        Scope scope = Scope.ofMembers();
        scope.take(id("v1"));

        assertThat(scope.take(id("v1"))).isEqualTo(id("v1_2"));
    }

    @Test
    void numberedName_takenByAnother_isSkipped() {
        Scope scope = Scope.ofMembers();
        scope.take(id("a2"));
        scope.take(id("a"));

        assertThat(scope.take(id("a"))).isEqualTo(id("a3"));
    }

    @Test
    void namesThatDifferInCase_collideAsTypesOnly() {
        Scope members = Scope.ofMembers();
        Scope types = Scope.ofTypes();

        assertThat(members.claim(id("url")) && members.claim(id("URL"))).isTrue();
        assertThat(types.claim(id("Url"))).isTrue();
        assertThat(types.claim(id("URL"))).isFalse();
    }

    @Test
    void reservedName_isNeverGiven() {
        Scope scope = Scope.ofMembers().reserving(List.of("request"));

        assertThat(scope.claim(id("request"))).isFalse();
        assertThat(scope.take(id("request"))).isEqualTo(id("request2"));
    }

    @Test
    void typeName_thatHidesOneOfJavaLang_isNeverGiven() {
        assertThat(Scope.ofTypes().claim(id("String"))).isFalse();
        assertThat(Scope.ofTypes().take(id("Builder"))).isEqualTo(id("Builder2"));
        assertThat(Scope.ofMembers().claim(id("String"))).isTrue();
    }
}
