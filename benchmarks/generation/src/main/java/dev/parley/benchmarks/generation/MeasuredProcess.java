package dev.parley.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that is watched from outside, so that all contestants run as a user starts them: every few milliseconds the
 * system is asked for its CPU time and the most memory that it has held so far.
 */
final class MeasuredProcess {

    private static final double NANOS = 1e9;
    private static final double KIBIBYTES = 1024;

    /** Linux counts CPU time for other processes to see in hundredths of a second. */
    private static final double TICKS = 100;

    private static final int INTERVAL_MILLIS = 5;
    private static final int USER_TIME = 11;
    private static final int MINUTES = 10;

    private double cpuSeconds;
    private double peakMebibytes;

    private MeasuredProcess() {}

    /**
     * Runs a command to its end.
     *
     * @param log takes what it prints
     * @throws IllegalStateException if it fails or takes more than ten minutes
     */
    static Cost run(List<String> command, Path log) throws IOException, InterruptedException {
        MeasuredProcess measured = new MeasuredProcess();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path system = Path.of("/proc", String.valueOf(process.pid()));
        while (!process.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            measured.look(system);
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(MINUTES)) {
                process.destroyForcibly();
            }
        }
        double wall = (System.nanoTime() - start) / NANOS;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command.get(0) + " ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return new Cost(wall, measured.cpuSeconds, measured.peakMebibytes);
    }

    private void look(Path system) {
        try {
            String stat = Files.readString(system.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            cpuSeconds = (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS;
            for (String line : Files.readAllLines(system.resolve("status"))) {
                if (line.startsWith("VmHWM:")) {
                    peakMebibytes = Math.max(peakMebibytes, Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES);
                }
            }
        } catch (IOException e) {
            // Another system, or the process has just ended: what was seen last counts.
            return;
        }
    }
}
