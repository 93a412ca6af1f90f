package dev.parley.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderCommentTest {

    @Test
    void plainPlace_staysAsItIs() {
        String place = "open-api_3.yaml#/paths/~1a~1{id}/get";

        assertThat(HeaderComment.plain(place)).isEqualTo(place);
    }

    @Test
    void place_thatWouldLeaveTheComment_losesWhatLeadsOut() {
        assertThat(HeaderComment.plain("a\\u000aclass Evil {}\r\nb\u2028*/")).isEqualTo("au000aclass Evil {}b/");
    }
}
