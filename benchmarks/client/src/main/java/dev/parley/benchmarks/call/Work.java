package dev.parley.benchmarks.call;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** What a process does at the bidding of the one that started it: an order is a line, and so are the figures. */
public interface Work {

    /** Carries out an order. */
    double[] done(String[] order) throws Exception;

    /**
     * Carries out orders until there are no more.
     *
     * @throws IOException if the process that gives the orders cannot be heard
     */
    static void serve(Work work) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1); // whoever waits for figures shall not wait for ever
        });
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            StringJoiner figures = new StringJoiner(" ", "= ", "");
            for (double figure : work.done(order.split(" "))) {
                figures.add(Double.toString(figure));
            }
            System.out.println(figures);
            System.out.flush();
        }
        Runtime.getRuntime().halt(0); // some clients keep threads that would keep the process
    }
}
