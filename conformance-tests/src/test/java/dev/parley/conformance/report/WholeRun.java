package dev.parley.conformance.report;

/** Whether all tests run, or a few that somebody has chosen. */
final class WholeRun {

    private static final String SUITE = "dev.parley.conformance.**";

    /** Whether Maven was told which tests to run, other than the whole suite by {@code -Dtest='dev.parley.conformance.**'}. */
    static boolean isPartial() {
        return !System.getProperty("test", SUITE).equals(SUITE) || System.getProperty("groups") != null;
    }

    private WholeRun() {}

    /** The folder within {@code target} for the report of this run: that of the build, or one of another JDK. */
    static String name() {
        String jdk = System.getProperty("conformance.jdk", "");
        return jdk.isEmpty() ? "" : "jdk-" + jdk;
    }
}
