package dev.parley.generator.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A program for {@link ForkedDeterminismTest}: generates every case and writes what comes of it. */
final class ForkedGeneration {

    private ForkedGeneration() {}

    /** Takes the folder of the cases, and the one to write to. */
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[1]);
        for (Case tested : Case.in(Path.of(arguments[0]))) {
            for (Map.Entry<String, String> file : CaseRun.of(tested).files().entrySet()) {
                Path target = output.resolve(tested.name()).resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
        Files.writeString(
                output.resolve("locale"),
                Locale.getDefault().toLanguageTag() + " " + System.getProperty("user.timezone"));
    }
}
