package dev.parley.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java that the README and the pages of {@code docs} show: every fenced block that says it is Java. */
record DocumentedCode(Path page, int line, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(public |final |abstract |sealed )*(class|interface|record|enum|module|@\\w+) ?\\w*");

    /** Finds every block, in the order of the pages and the lines. */
    static List<DocumentedCode> all(Path root) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.toString().contains("/adr/"))
                    .sorted()
                    .forEach(pages::add);
        }
        List<DocumentedCode> blocks = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page);
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                int line = (int) text.substring(0, block.start()).lines().count() + 1;
                blocks.add(new DocumentedCode(root.relativize(page), line, block.group(1)));
            }
        }
        return blocks;
    }

    /** Whether the block declares types by itself, in contrast to statements of a method. */
    boolean declaresTypes() {
        return DECLARATION.matcher(text).lookingAt();
    }

    /** Whether the block shows what the generator makes, cut short, which is no program. */
    boolean isExcerpt() {
        return text.contains("…");
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
