package dev.parley.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a reader must know of the machine, and nothing that names it.
 *
 * @param cpu the model of its processor
 * @param cores how many processors the JVM may use
 * @param memory such as {@code 23.5 GiB}
 * @param system the operating system, its version and the architecture
 */
record Machine(String cpu, int cores, String memory, String system) {

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    /** Describes the machine that this runs on. */
    static Machine ofThisProcess() {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
        return new Machine(
                cpu(Path.of("/proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE),
                String.join(
                        " ",
                        List.of(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"))));
    }

    private static String cpu(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    /** Says it in one line. */
    String said() {
        return cpu + ", " + cores + " cores, " + memory + ", " + system;
    }
}
