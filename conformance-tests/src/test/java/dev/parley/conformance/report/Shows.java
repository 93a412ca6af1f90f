package dev.parley.conformance.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Says that each test of a method, or of a class, is a proof for the report under its own name. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EvidenceOfTests.class)
public @interface Shows {

    /** The operation's name or the item type's tag. */
    String row();

    /** The column. */
    Check check();
}
