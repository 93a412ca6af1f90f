package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void document_ofOurOwn_isUnderstood() {
        assertThat(Rehearsal.files()).isGreaterThan(40);
    }
}
