package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    @Test
    void giveBack_intoTheLargestBucket_fillsItToTheBrim() {
        TokenBucket bucket = new TokenBucket(Integer.MAX_VALUE);
        assertThat(bucket.take(10)).isTrue();
        bucket.giveBack(1);
        bucket.giveBack(10);

        assertThat(bucket.held()).isEqualTo(Integer.MAX_VALUE);
    }
}
