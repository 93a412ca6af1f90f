package dev.parley.generator.emit;

/**
 * One file of the client.
 *
 * @param path where it stands below the source folder, with {@code /} between the names
 * @param content the whole text, lines ended by {@code \n}
 */
public record SourceFile(String path, String content) {}
