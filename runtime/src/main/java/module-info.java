/**
 * What a generated client stands on: the JSON tree, codec support, HTTP, errors and paging, over jackson-core alone.
 *
 * <p>No signature of an exported package may name a Jackson type, so that the JSON core can change under its users' feet.
 */
module dev.parley.runtime {
    requires static transitive org.jspecify;
    requires transitive java.net.http;
    requires tools.jackson.core;

    exports dev.parley.runtime.body;
    exports dev.parley.runtime.call;
    exports dev.parley.runtime.codec;
    exports dev.parley.runtime.error;
    exports dev.parley.runtime.event;
    exports dev.parley.runtime.http;
    exports dev.parley.runtime.json;
    exports dev.parley.runtime.page;
    exports dev.parley.runtime.validation;
}
