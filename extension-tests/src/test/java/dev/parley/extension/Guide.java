package dev.parley.extension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What docs/extending.md tells the reader to do.
 *
 * @param files the blocks that have a title, by that title: the path of the file
 * @param commands the lines of the blocks for the shell, in their order
 */
record Guide(Map<String, String> files, List<String> commands) {

    private static final Pattern FILE = Pattern.compile("(?ms)^```\\w+ title=\"([^\"]+)\"\\n(.*?)^```$");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    static Guide read(Path page) throws IOException {
        String text = Files.readString(page);
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult block : FILE.matcher(text).results().toList()) {
            files.put(block.group(1), block.group(2));
        }
        List<String> commands = SHELL.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        return new Guide(files, commands);
    }

    /** Writes the files into a folder. */
    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
