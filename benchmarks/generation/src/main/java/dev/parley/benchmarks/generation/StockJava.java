package dev.parley.benchmarks.generation;

import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs OpenAPI Generator's own generator {@code java} as its command line does with {@code --skip-validate-spec}. */
public final class StockJava {

    private StockJava() {}

    /** Takes the document, the folder and the library, such as {@code native}. */
    public static void main(String[] arguments) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setInputSpec(arguments[0])
                .setOutputDir(arguments[1])
                .setLibrary(arguments[2])
                .setValidateSpec(false);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }
}
