/** Programs that a user of the client would write. */
module dev.parley.examples {
    requires dev.parley.openai;
    requires dev.parley.testkit;
    requires static org.jspecify;
}
