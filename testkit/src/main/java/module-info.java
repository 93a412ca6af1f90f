/**
 * An in-memory Conversations API server for the tests of programs that call that API.
 */
module dev.parley.testkit {
    requires transitive dev.parley.runtime;
    requires jdk.httpserver;
    requires static org.jspecify;

    exports dev.parley.testkit;
}
