/** A module for the {@code ObjectMapper} of Jackson 2, so that it reads and writes generated types as their codecs do. */
@SuppressWarnings("module") // the digit is that of the version of Jackson
module dev.parley.jackson2 {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive dev.parley.runtime;

    exports dev.parley.jackson2;

    provides com.fasterxml.jackson.databind.Module with
            dev.parley.jackson2.ParleyModule;
}
