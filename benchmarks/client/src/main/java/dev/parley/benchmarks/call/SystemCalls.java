package dev.parley.benchmarks.call;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the system calls of another process: all of them with strace, else those that {@code /proc} counts. */
interface SystemCalls {

    /** Returns how many system calls the process makes while the task runs. */
    long during(long pid, Runnable task) throws IOException, InterruptedException;

    /** What is counted, and with what. */
    String tool();

    /** Returns the best that this machine has. */
    static SystemCalls ofThisMachine() {
        try {
            new Strace().during(ProcessHandle.current().pid(), () -> {});
            return new Strace();
        } catch (IOException notAllowedOrNotThere) {
            return new Proc();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Attaches strace to all threads. */
    final class Strace implements SystemCalls {
        private static final Pattern TOTAL = Pattern.compile("^\\s*\\S+\\s+\\S+\\s+\\S+\\s+(\\d+).*\\btotal$");

        @Override
        public long during(long pid, Runnable task) throws IOException, InterruptedException {
            Path summary = Files.createTempFile("strace", ".txt");
            Process strace = new ProcessBuilder(
                            "strace", "-c", "-f", "-o", summary.toString(), "-p", Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(strace.getInputStream(), StandardCharsets.UTF_8))) {
                String line = output.readLine();
                if (line == null || !line.contains("attached")) {
                    throw new IOException("strace does not attach: " + line);
                }
                task.run();
                strace.destroy(); // at which it writes its summary
                if (!strace.waitFor(10, TimeUnit.SECONDS)) {
                    throw new IOException("strace does not end");
                }
                return total(summary);
            } finally {
                strace.destroyForcibly();
                Files.deleteIfExists(summary);
            }
        }

        private static long total(Path summary) throws IOException {
            for (String line : Files.readAllLines(summary)) {
                Matcher matcher = TOTAL.matcher(line);
                if (matcher.matches()) {
                    return Long.parseLong(matcher.group(1));
                }
            }
            throw new IOException("strace has no summary");
        }

        @Override
        public String tool() {
            return "all, counted with `strace -c -f`, under which waiting takes more calls than without";
        }
    }

    /** Reads the counters of the kernel. */
    final class Proc implements SystemCalls {
        private static final Pattern COUNTER = Pattern.compile("(?m)^sysc[rw]: (\\d+)$");

        @Override
        public long during(long pid, Runnable task) throws IOException {
            long before = count(pid);
            task.run();
            return count(pid) - before;
        }

        private static long count(long pid) throws IOException {
            return COUNTER.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "io")))
                    .results()
                    .mapToLong(match -> Long.parseLong(match.group(1)))
                    .sum();
        }

        @Override
        public String tool() {
            return "those that read or write, from `/proc/PID/io`";
        }
    }
}
