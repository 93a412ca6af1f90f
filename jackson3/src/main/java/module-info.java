/** A module for the {@code ObjectMapper} of Jackson 3, so that it reads and writes generated types as their codecs do. */
@SuppressWarnings("module") // the digit is that of the version of Jackson
module dev.parley.jackson3 {
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires transitive dev.parley.runtime;

    exports dev.parley.jackson3;

    provides tools.jackson.databind.JacksonModule with
            dev.parley.jackson3.ParleyModule;
}
