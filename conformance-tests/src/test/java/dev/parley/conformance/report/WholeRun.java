package dev.parley.conformance.report;

/** Whether all tests run, or a few that somebody has chosen. */
final class WholeRun {

    private WholeRun() {}

    /** Whether Maven was told which tests to run, so that the report cannot be whole. */
    static boolean isPartial() {
        return System.getProperty("test") != null || System.getProperty("groups") != null;
    }

    /** The folder within {@code target} for the report of this run: that of the build, or one of another JDK. */
    static String name() {
        String jdk = System.getProperty("conformance.jdk", "");
        return jdk.isEmpty() ? "" : "jdk-" + jdk;
    }
}
