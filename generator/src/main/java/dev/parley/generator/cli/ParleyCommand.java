package dev.parley.generator.cli;

import dev.parley.generator.openapitools.Rehearsal;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line {@code parley}. */
@Command(
        name = "parley",
        description = "Turns an OpenAPI document into a Java client of records and sealed unions.",
        mixinStandardHelpOptions = true,
        versionProvider = ParleyCommand.Version.class,
        subcommands = {GenerateCommand.class, CompareCommand.class})
public final class ParleyCommand {

    /** Exits with 0 on success, 1 if no client can be generated, 2 for wrong usage. */
    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            Rehearsal.begin();
        }
        System.exit(commandLine(new GenerateCommand()).execute(arguments));
    }

    /** Returns the command line, with {@code generate} as its subcommand. */
    static CommandLine commandLine(GenerateCommand generate) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.isInstance(generate)
                        ? type.cast(generate)
                        : CommandLine.defaultFactory().create(type);
            }
        };
        return new CommandLine(new ParleyCommand(), factory)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, result) -> {
                    command.getErr().println("error: " + Printable.text(reason(exception)));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String reason(Throwable exception) {
        StringBuilder reason =
                new StringBuilder(Objects.requireNonNullElse(exception.getMessage(), exception.toString()));
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            reason.append(": ").append(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        }
        return reason.toString();
    }

    /** Says which version this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ParleyCommand.class.getPackage().getImplementationVersion();
            return new String[] {"parley " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }
}
