package dev.parley.benchmarks.call;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that carries out orders, or a server: one contestant has a JVM of its own, and waits while others work. */
public final class WorkProcess implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private WorkProcess(Process process) {
        this.process = process;
        orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process with the class path of this one.
     *
     * @param java the program
     * @param options of the JVM
     * @param main the class and its arguments
     */
    public static WorkProcess start(Path java, List<String> options, String... main) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(Arrays.asList(main));
        try {
            return new WorkProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server of these benchmarks, with as many pages and events as are asked for. */
    public static WorkProcess server(Extent extent) {
        return start(
                runningJava(),
                List.of("-Xmx512m"),
                AnsweringServer.class.getName(),
                Integer.toString(extent.pages()),
                Integer.toString(extent.events()));
    }

    /** Returns the program that runs this. */
    public static Path runningJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns the next line that the process prints. */
    String line() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a process of the benchmark has ended; its output says why");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the base URL of a server, which it prints the port of. */
    public String baseUrl() {
        return "http://127.0.0.1:" + line() + "/v1";
    }

    /** Gives an order and returns the figures that come of it. */
    public double[] ask(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String line = line();
        while (!line.startsWith("=")) {
            line = line(); // a library of a contestant has something to say
        }
        return Arrays.stream(line.substring(1).strip().split(" "))
                .filter(figure -> !figure.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Returns the number of the process. */
    long pid() {
        return process.pid();
    }

    /** Lets the process end, and ends it if it does not. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
