package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationDeleted;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ConversationItemRetrieveRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageRole;
import dev.parley.openai.model.MessageStatus;
import dev.parley.openai.service.ConversationItemPage;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The eight operations in each of their forms: plain, with a request, with a lambda. */
class OperationFormsTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void create_inEveryForm_startsAConversation() {
        Conversation plain = kit.conversations().create();
        Conversation request = kit.conversations()
                .create(ConversationCreateRequest.builder()
                        .metadata(Map.of("a", "b"))
                        .build());
        Conversation lambda =
                kit.conversations().create(c -> c.metadata(Map.of("a", "b")).addItem(Kit.user("text 0")));

        assertThat(plain.id()).startsWith("conv_");
        assertThat(plain.object()).isEqualTo("conversation");
        assertThat(plain.createdAt()).isPositive();
        assertThat(plain.metadata()).isEqualTo(JsonObject.EMPTY);
        assertThat(request.metadata()).isEqualTo(JsonObject.of("a", "b"));
        assertThat(lambda.metadata()).isEqualTo(JsonObject.of("a", "b"));
        assertThat(kit.server.items(lambda.id())).hasSize(1);
        assertThat(List.of(plain.id(), request.id(), lambda.id())).doesNotHaveDuplicates();
    }

    @Test
    void retrieve_existingConversation_isTheOneThatWasCreated() {
        Conversation created = kit.conversations().create(c -> c.metadata(Map.of("k", "v")));

        assertThat(kit.conversations().retrieve(created.id())).isEqualTo(created);
    }

    @Test
    void update_inEveryForm_replacesTheMetadata() {
        Conversation created = kit.conversations().create(c -> c.metadata(Map.of("old", "1")));

        Conversation request = kit.conversations()
                .update(
                        created.id(),
                        ConversationUpdateRequest.builder()
                                .metadata(Map.of("new", "2"))
                                .build());
        Conversation lambda = kit.conversations().update(created.id(), u -> u.metadata(Map.of("newer", "3")));

        assertThat(request)
                .isEqualTo(
                        created.toBuilder().metadata(JsonObject.of("new", "2")).build());
        assertThat(lambda.metadata()).isEqualTo(JsonObject.of("newer", "3"));
        assertThat(kit.conversations().retrieve(created.id())).isEqualTo(lambda);
    }

    @Test
    void update_metadataNull_clearsIt() {
        Conversation created = kit.conversations().create(c -> c.metadata(Map.of("old", "1")));

        Conversation updated = kit.conversations().update(created.id(), u -> u.metadata(null));

        assertThat(kit.lastRequest().body()).isEqualTo("{\"metadata\":null}");
        assertThat(updated.metadata()).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void delete_conversation_isGoneAndItsItemsAreKept() {
        String id = kit.conversationOf(2);

        ConversationDeleted deleted = kit.conversations().delete(id);

        assertThat(deleted.id()).isEqualTo(id);
        assertThat(deleted.deleted()).isTrue();
        assertThat(deleted.object()).isEqualTo("conversation.deleted");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> kit.conversations().retrieve(id));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> kit.conversations().delete(id));
        assertThat(kit.server.items(id)).hasSize(2);
    }

    @Test
    void createItems_inEveryForm_appendsThem() {
        String id = kit.conversations().create().id();

        ConversationItemList request = kit.items()
                .create(
                        id,
                        ConversationItemCreateRequest.builder()
                                .addItem(Kit.user("text 0"))
                                .addItem(Kit.user("text 1"))
                                .build());
        ConversationItemList lambda = kit.items().create(id, c -> c.addItem(Kit.user("text 2")));

        assertThat(Kit.texts(request.data())).isEqualTo(Kit.texts(0, 1));
        assertThat(request.hasMore()).isFalse();
        assertThat(request.firstId()).isEqualTo(((Message) request.data().get(0)).id());
        assertThat(request.lastId()).isEqualTo(((Message) request.data().get(1)).id());
        assertThat(request.object()).isEqualTo("list");
        assertThat(lambda.data()).hasSize(1);
        Message added = (Message) lambda.data().get(0);
        assertThat(added.id()).startsWith("msg_");
        assertThat(added.role()).isEqualTo(MessageRole.Known.USER);
        assertThat(added.status()).isEqualTo(MessageStatus.Known.COMPLETED);
        assertThat(added.text()).isEqualTo("text 2");
    }

    @Test
    void listItems_inEveryForm_areTheSamePage() {
        String id = kit.conversationOf(3);

        ConversationItemPage plain = kit.items().list(id);
        ConversationItemPage request =
                kit.items().list(id, ConversationItemListRequest.builder().build());
        ConversationItemPage lambda = kit.items().list(id, q -> q.order("desc").limit(20L));

        assertThat(Kit.texts(plain.items())).isEqualTo(Kit.texts(2, 0));
        assertThat(request.items()).isEqualTo(plain.items());
        assertThat(lambda.items()).isEqualTo(plain.items());
        assertThat(plain.response().data()).isEqualTo(plain.items());
    }

    @Test
    void retrieveItem_inEveryForm_isTheItem() {
        String id = kit.conversationOf(1);
        ConversationItem listed = kit.items().list(id).items().get(0);
        String itemId = ((Message) listed).id();

        ConversationItem plain = kit.items().retrieve(id, itemId);
        ConversationItem request = kit.items()
                .retrieve(id, itemId, ConversationItemRetrieveRequest.builder().build());
        ConversationItem lambda =
                kit.items().retrieve(id, itemId, r -> r.addInclude(Include.Known.REASONING_ENCRYPTED_CONTENT));

        assertThat(List.of(plain, request, lambda)).containsOnly(listed);
    }

    @Test
    void deleteItem_one_returnsTheConversationAndLeavesTheOthers() {
        Conversation conversation = kit.conversations()
                .create(c ->
                        c.metadata(Map.of("k", "v")).addItem(Kit.user("text 0")).addItem(Kit.user("text 1")));
        String newest = ((Message) kit.items().list(conversation.id()).items().get(0)).id();

        Conversation returned = kit.items().delete(conversation.id(), newest);

        assertThat(returned).isEqualTo(conversation);
        assertThat(Kit.texts(kit.items().list(conversation.id()).items())).containsExactly("text 0");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> kit.items().delete(conversation.id(), newest));
    }
}
