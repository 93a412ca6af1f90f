package dev.parley.benchmarks.footprint;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The jars that an application has to have because it uses one artifact: those of the class path that its POM asks for,
 * their parents and theirs. A POM lies beside its jar in Maven's repository.
 */
final class DeclaredClosure {

    private final List<Path> classPath = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private final Set<Path> found = new LinkedHashSet<>();

    private DeclaredClosure() {}

    /**
     * Returns the jars of an artifact and of all that it asks for to run.
     *
     * @throws IOException if the artifact is not on the class path, or a POM cannot be read
     */
    static List<Path> of(String group, String artifact) throws IOException {
        DeclaredClosure closure = new DeclaredClosure();
        closure.add(group, artifact);
        if (closure.found.isEmpty()) {
            throw new IOException(group + ":" + artifact + " is not on the class path");
        }
        return List.copyOf(closure.found);
    }

    private void add(String group, String artifact) throws IOException {
        Path folder = Path.of(group.replace('.', '/'), artifact);
        for (Path jar : classPath) {
            Path versions = jar.getNameCount() > 2 ? jar.getParent().getParent() : jar;
            if (versions.endsWith(folder) && found.add(jar)) {
                Path pom = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ".pom"));
                addDependencies(pom, group);
            }
        }
    }

    private void addDependencies(Path pom, String group) throws IOException {
        Element project = root(pom);
        for (Element parent : children(project, "parent")) {
            addDependencies(parent(pom, group, parent), Objects.requireNonNull(text(parent, "groupId")));
        }
        for (Element list : children(project, "dependencies")) {
            for (Element dependency : children(list, "dependency")) {
                String scope = text(dependency, "scope");
                boolean atRunTime = scope == null || scope.equals("compile") || scope.equals("runtime");
                if (atRunTime && !"true".equals(text(dependency, "optional"))) {
                    String owner = Objects.requireNonNull(text(dependency, "groupId"));
                    String artifact = Objects.requireNonNull(text(dependency, "artifactId"));
                    add(owner.equals("${project.groupId}") ? group : owner, artifact);
                }
            }
        }
    }

    /** A POM lies in the repository below its group, its artifact and its version. */
    private static Path parent(Path pom, String group, Element parent) {
        Path repository = pom;
        for (int up = 0; up < group.split("\\.").length + 3; up++) {
            repository = repository.getParent();
        }
        String artifact = Objects.requireNonNull(text(parent, "artifactId"));
        String version = Objects.requireNonNull(text(parent, "version"));
        return repository
                .resolve(Objects.requireNonNull(text(parent, "groupId")).replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static Element root(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " is no POM", e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static @Nullable String text(Element parent, String name) {
        List<Element> children = children(parent, name);
        return children.isEmpty() ? null : children.get(0).getTextContent().strip();
    }
}
