package dev.parley.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import dev.parley.openai.internal.ConversationItemListCodec;
import dev.parley.runtime.codec.JsonReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a page. */
interface PeerDecoding {

    /** Returns something made of the page. */
    Object decode(byte[] json) throws IOException;

    static PeerDecoding parley() {
        return json -> JsonReader.decode(json, ConversationItemListCodec::read);
    }

    static PeerDecoding scan() {
        JsonFactory factory = new JsonFactory();
        return json -> {
            int tokens = 0;
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
            return tokens;
        };
    }

    /**
     * Reads by a generated client, as its own calls read the body of an answer.
     *
     * @param library the library of its generator
     * @param classes the folder of its classes; both clients have the same names, so each has a loader
     */
    static PeerDecoding generated(String library, Path classes) throws IOException, ReflectiveOperationException {
        ClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, PeerDecoding.class.getClassLoader());
        Class<?> page = loader.loadClass("org.openapitools.client.model.ConversationItemList");
        if (library.equals("okhttp-gson")) {
            Class<?> json = loader.loadClass("org.openapitools.client.JSON");
            Gson gson = (Gson) json.getMethod("getGson").invoke(null);
            return body -> gson.fromJson(new String(body, StandardCharsets.UTF_8), page);
        }
        Class<?> client = loader.loadClass("org.openapitools.client.ApiClient");
        ObjectMapper mapper =
                (ObjectMapper) client.getMethod("createDefaultObjectMapper").invoke(null);
        return body -> mapper.readValue(body, page);
    }
}
