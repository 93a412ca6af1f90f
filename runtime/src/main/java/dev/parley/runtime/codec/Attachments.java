package dev.parley.runtime.codec;

/** Takes the values without a form in JSON that a body holds beside those with one: files. */
public interface Attachments {

    /** Keeps a value, and returns the string that stands for it in the JSON. */
    String reference(Object value);
}
