package dev.parley.jackson3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.MessageRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** How the module gets into a mapper, and into a program of named modules. */
class ModuleTest {
    private static final String ITEM = "{\"type\":\"dream\",\"depth\":1}";

    private static final TypeReference<Map<MessageRole, Integer>> MAP = new TypeReference<>() {};

    @Test
    void mapper_ofTheseTests_isOfTheVersionThatTheBuildMeans() {
        assertThat(new JsonMapper().version().toString()).isEqualTo(System.getProperty("jackson.expected"));
    }

    @Test
    void findAndAddModules_readsAndWritesAsWell() throws Exception {
        ObjectMapper mapper = JsonMapper.builder().findAndAddModules().build();

        assertThat(mapper.readValue(ITEM, ConversationItem.class)).isEqualTo(ConversationItem.fromJson(ITEM));
        assertThat(mapper.writeValueAsString(MessageRole.of("ghost"))).isEqualTo("\"ghost\"");
    }

    @Test
    void module_addedTwice_isNoMatter() throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new ParleyModule())
                .addModule(new ParleyModule())
                .build();

        assertThat(mapper.writeValueAsString(ConversationItem.fromJson(ITEM))).isEqualTo(ITEM);
    }

    @Test
    void mapper_writtenAndReadAsAJavaObject_stillHasTheModule() throws Exception {
        ObjectMapper used = Mappers.builder().build();
        used.readValue(used.writeValueAsString(Map.of(MessageRole.of("a"), 1)), MAP);
        used.readValue(ITEM, ConversationItem.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(used);
        }

        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        ObjectMapper mapper = (ObjectMapper) in.readObject();

        assertThat(mapper.readValue(ITEM, ConversationItem.class)).isEqualTo(ConversationItem.fromJson(ITEM));
        assertThat(mapper.writeValueAsString(ConversationItem.fromJson(ITEM))).isEqualTo(ITEM);
        assertThat(mapper.readValue("{\"b\":2}", MAP)).isEqualTo(Map.of(MessageRole.of("b"), 2));
    }

    /** A layer of its own, in which the client, this module and databind are named modules that nobody has opened. */
    @Test
    void namedModules_withoutAnythingOpened_readAndWrite() throws Exception {
        ModuleFinder finder = ModuleFinder.of(Stream.of("java.class.path", "jdk.module.path")
                .map(property -> System.getProperty(property, ""))
                .flatMap(path -> Arrays.stream(path.split(System.getProperty("path.separator"))))
                .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules = Configuration.resolve(
                finder,
                List.of(boot.configuration()),
                ModuleFinder.of(),
                Set.of(ParleyModule.class.getPackageName(), "dev.parley.openai"));
        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        modules, List.of(boot), ClassLoader.getPlatformClassLoader())
                .layer();
        ClassLoader loader = layer.findLoader("dev.parley.openai");
        Class<?> itemType = loader.loadClass(ConversationItem.class.getName());
        Object builder = loader.loadClass(JsonMapper.class.getName())
                .getMethod("builder")
                .invoke(null);
        Object module =
                loader.loadClass(ParleyModule.class.getName()).getConstructor().newInstance();
        Method addModule = Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals("addModule"))
                .findFirst()
                .orElseThrow();
        addModule.invoke(builder, module);
        Object mapper = builder.getClass().getMethod("build").invoke(builder);

        Object item = mapper.getClass()
                .getMethod("readValue", String.class, Class.class)
                .invoke(mapper, ITEM, itemType);
        Object text =
                mapper.getClass().getMethod("writeValueAsString", Object.class).invoke(mapper, item);

        assertThat(itemType.getModule().isNamed()).isTrue();
        assertThat(itemType).isNotEqualTo(ConversationItem.class);
        assertThat(module.getClass().getModule().getName()).isEqualTo(ParleyModule.class.getPackageName());
        assertThat(itemType.isInstance(item)).isTrue();
        assertThat(text).isEqualTo(ITEM);
    }
}
