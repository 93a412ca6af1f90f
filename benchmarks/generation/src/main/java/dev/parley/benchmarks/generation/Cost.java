package dev.parley.benchmarks.generation;

/**
 * What a process cost.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of all its threads, as far as seen just before its end; 0 where the system does not tell
 * @param peakMebibytes the most memory that it held at once; 0 where the system does not tell
 */
record Cost(double wallSeconds, double cpuSeconds, double peakMebibytes) {}
