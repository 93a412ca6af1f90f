package dev.parley.generator.openapitools;

import java.time.Duration;
import org.slf4j.Logger;

/** One line in the log of a long run, where it begins to write. */
final class LoggedProgress implements Progress {

    private static final Duration LONG = Duration.ofSeconds(1);

    private final Logger logger;
    private final long started = System.nanoTime();

    LoggedProgress(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void at(String stage, int done, int all) {
        if (done == 0 && all > 0 && System.nanoTime() - started > LONG.toNanos()) {
            logger.info("{}: {}", stage, all);
        }
    }
}
