package dev.parley.benchmarks.generation;

import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs OpenAPI Generator's own generator {@code java}, library {@code native}, as its command line does. */
public final class StockNative {

    private StockNative() {}

    /** Takes the document and the folder. */
    public static void main(String[] arguments) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(arguments[0])
                .setOutputDir(arguments[1])
                .setValidateSpec(false);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }
}
