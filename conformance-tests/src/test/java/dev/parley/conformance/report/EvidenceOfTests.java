package dev.parley.conformance.report;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes evidence of tests that {@link Shows} is on; an annotation on the method counts more than one on the class. */
final class EvidenceOfTests implements AfterTestExecutionCallback {

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Shows shows = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Shows.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Shows.class))
                .orElseThrow();
        String method = context.getRequiredTestMethod().getName();
        String display = context.getDisplayName();
        String proof = context.getRequiredTestClass().getSimpleName() + "." + method
                + (display.startsWith(method) ? "" : " " + display);
        Evidence.add(
                shows.row(),
                shows.check(),
                proof,
                context.getExecutionException().orElse(null));
    }
}
