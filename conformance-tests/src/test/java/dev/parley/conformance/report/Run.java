package dev.parley.conformance.report;

/**
 * The run of the suite that a report is of.
 *
 * @param date the day, ISO 8601
 * @param jdk the Java virtual machine and its version
 * @param system the operating system and the processors
 * @param tests how many tests ran
 * @param failed how many of them failed
 * @param skipped how many were skipped, because something is not on the machine
 * @param seconds how long it took
 */
record Run(String date, String jdk, String system, long tests, long failed, long skipped, long seconds) {

    /** The machine of this process, with the counts of a run on it. */
    static Run here(String date, long tests, long failed, long skipped, long seconds) {
        return new Run(
                date,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                tests,
                failed,
                skipped,
                seconds);
    }
}
