package dev.parley.benchmarks.coldstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One process of a program, from before its start until it has its page, and until its end.
 *
 * @param millis from before the process is started until the line is read by which it says that the page is there
 * @param exitMillis from when it may end until it has
 * @param cpuMillis processor time of all its threads until the page, in steps of the system, as a rule 10 ms
 * @param peakMebibytes the most memory that it held until the page; 0 where the system does not tell
 */
record Fork(double millis, double exitMillis, double cpuMillis, double peakMebibytes) {
    private static final double NANOS = 1e6;
    private static final double KIBIBYTES = 1024;

    /**
     * Runs one to its end.
     *
     * @throws IllegalStateException if it fails
     */
    static Fork run(List<String> command, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            long page = System.nanoTime();
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
            double peak = peakMebibytes(process.pid());
            long release = System.nanoTime();
            process.getOutputStream().close();
            String further = line;
            while (further != null) { // a JVM that writes an archive says so
                further = out.readLine();
            }
            int code = process.waitFor();
            long end = System.nanoTime();
            if (line == null || code != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + code + ": " + line + Files.readString(log));
            }
            return new Fork((page - start) / NANOS, (end - release) / NANOS, cpu, peak);
        } finally {
            process.destroy();
        }
    }

    private static double peakMebibytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KIBIBYTES;
        }
    }
}
