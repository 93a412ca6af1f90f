package dev.parley.benchmarks.generation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The process that is measured: runs the {@code main} of a class, and at its end writes what it cost. */
public final class Fork {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Fork() {}

    /** Takes the file for the figures, the class, and its arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path figures = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(figures)));
        try {
            Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void write(Path figures) {
        long cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        try {
            Files.writeString(figures, cpu + " " + peakBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The most memory that the process held at once; 0 where the system does not tell. */
    private static long peakBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
