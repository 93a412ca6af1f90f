package dev.parley.generator.emit.template;

/**
 * What belongs to a resource below this one.
 *
 * @param type what the accessor returns
 * @param made the class that is made for it
 * @param accessor the method that leads to it
 * @param path its resource names joined with dots, as Javadoc text
 */
record ChildView(String type, String made, String accessor, String path) {}
