package dev.parley.runtime.call;

/**
 * How a value that is more than one text goes into a path, a query, a header or a cookie: the styles of OpenAPI, each as
 * RFC 6570 expands it. A single text looks alike in most of them; a list of none is left out.
 */
public enum ParameterStyle {
    /** In a path or header {@code a,b}; the members of an object {@code k,v,l,w}. */
    SIMPLE,

    /** In a path or header {@code a,b}; the members of an object {@code k=v,l=w}. */
    SIMPLE_EXPLODED,

    /** In a path {@code .a,b}; the members of an object {@code .k,v,l,w}. */
    LABEL,

    /** In a path {@code .a.b}; the members of an object {@code .k=v.l=w}. */
    LABEL_EXPLODED,

    /** In a path {@code ;name=a,b}; the members of an object {@code ;name=k,v,l,w}. */
    MATRIX,

    /** In a path {@code ;name=a;name=b}; the members of an object {@code ;k=v;l=w}. */
    MATRIX_EXPLODED,

    /** In a query or cookie {@code name=a,b}; the members of an object {@code name=k,v,l,w}. */
    FORM,

    /** In a query or cookie {@code name=a} and {@code name=b}; the members of an object {@code k=v} and {@code l=w}. */
    FORM_EXPLODED,

    /** In a query {@code name=a%20b}. */
    SPACE_DELIMITED,

    /** In a query {@code name=a%7Cb}. */
    PIPE_DELIMITED,

    /**
     * In a query {@code name[k]=v} and {@code name[l]=w}, one more pair of brackets for each object within; a list is
     * {@code name[]=a} and {@code name[]=b}, without further brackets behind a name that ends in them.
     */
    DEEP_OBJECT,

    /** Anywhere the value as JSON. */
    JSON
}
