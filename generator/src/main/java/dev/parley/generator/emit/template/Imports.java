package dev.parley.generator.emit.template;

import dev.parley.generator.naming.JavaName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The imports of one file: hands out the shortest name that means a type there. */
final class Imports {

    private final String packageName;
    private final Map<String, String> bySimpleName = new HashMap<>();
    private final TreeSet<String> imported = new TreeSet<>();

    /**
     * Starts the imports of a file.
     *
     * @param own the type that the file declares
     */
    Imports(JavaName own) {
        this.packageName = own.packageName();
        bySimpleName.put(own.path().get(0).text(), own.qualifiedName());
    }

    /** Returns how the file writes a type. */
    String name(JavaName type) {
        return name(type.packageName(), type.path().get(0).text(), type.nestedName());
    }

    /** Returns how the file writes a top-level type of a library. */
    String name(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        String simpleName = qualifiedName.substring(dot + 1);
        return name(qualifiedName.substring(0, dot), simpleName, simpleName);
    }

    private String name(String typePackage, String topLevel, String nested) {
        String qualified = typePackage + "." + topLevel;
        String meaning = bySimpleName.putIfAbsent(topLevel, qualified);
        if (meaning != null && !meaning.equals(qualified)) {
            return typePackage + "." + nested;
        }
        if (!typePackage.equals(packageName) && !typePackage.equals("java.lang")) {
            imported.add(qualified);
        }
        return nested;
    }

    /** Returns the qualified names to import, sorted. */
    Collection<String> sorted() {
        return imported;
    }
}
