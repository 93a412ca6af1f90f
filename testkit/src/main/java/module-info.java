/**
 * An in-memory server of the Conversations and Responses APIs for the tests of programs that call them.
 */
module dev.parley.testkit {
    requires transitive dev.parley.runtime;
    requires jdk.httpserver;
    requires static org.jspecify;

    exports dev.parley.testkit;
}
