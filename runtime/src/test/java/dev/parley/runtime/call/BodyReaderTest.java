package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.http.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyReaderTest {

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 0", "0, 7", "1, -1", "1, 1", "300, 300", "300, 299", "300, 1", "300, 5000", "70000, -1"})
    void toEnd_whateverLengthIsDeclared_isTheWholeBody(int length, long declared) throws IOException {
        byte[] body = bytes(length);

        assertThat(reader(body, declared, 1_000_000).toEnd()).isEqualTo(body);
    }

    @Test
    void toEnd_lengthThatNobodyWouldSend_isNotBelieved() throws IOException {
        assertThat(reader(bytes(10), 1L << 40, Long.MAX_VALUE).toEnd()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"-1", "99", "100", "101"})
    void toEnd_bodyOverTheLimit_isRefused(long declared) {
        assertThatThrownBy(() -> reader(bytes(101), declared, 100).toEnd())
                .isInstanceOf(ResponseTooLargeException.class);
    }

    @Test
    void toLimit_largerBody_isReadToTheLimit() throws IOException {
        byte[] body = bytes(500);

        assertThat(reader(body, 20, 100).toLimit()).hasSize(100).isEqualTo(Arrays.copyOf(body, 100));
    }

    private static BodyReader reader(byte[] body, long declared, long limit) {
        return new BodyReader(new ByteArrayInputStream(body), declared, limit, Deadline.after(Duration.ofMinutes(1)));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
