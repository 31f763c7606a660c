package io.followthrough.daemon.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.followthrough.item.ItemId;
import io.followthrough.ledger.Effect;
import io.followthrough.ledger.LedgerException;
import io.followthrough.ledger.OutboxEntry;
import io.followthrough.ledger.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records as the JSON of a body column. A field that is not known is passed over, and one that is
 * not there is empty, zero or false: so a field may come or go without a migration, as long as it
 * is no enum, instant or record. Those, and new constants and effects, take a new schema version,
 * or an older program would stumble over them.
 */
final class Bodies {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "effect")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.CreateTicket.class, name = "create-ticket"),
    @JsonSubTypes.Type(value = Effect.EditTicket.class, name = "edit-ticket"),
    @JsonSubTypes.Type(value = Effect.PostComment.class, name = "post-comment"),
    @JsonSubTypes.Type(value = Effect.AmendComment.class, name = "amend-comment"),
    @JsonSubTypes.Type(value = Effect.CloseTicket.class, name = "close-ticket"),
    @JsonSubTypes.Type(value = Effect.SendMessage.class, name = "send-message"),
  })
  private interface NamedEffect {}

  private abstract static class BareId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    BareId(@SuppressWarnings("unused") String value) {}

    @JsonValue
    abstract String value();
  }

  /** The subject was an item before schema 30. */
  private abstract static class FormerEntry {
    @JsonAlias("item")
    @SuppressWarnings("unused")
    private final Subject subject = new Subject("never read");
  }

  /** Signs beyond ASCII are escaped: so a half of a surrogate pair survives every encoding. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .addMixIn(Effect.class, NamedEffect.class)
          .addMixIn(ItemId.class, BareId.class)
          .addMixIn(Subject.class, BareId.class)
          .addMixIn(OutboxEntry.class, FormerEntry.class)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .withConfigOverride(String.class, Bodies::emptyWhereMissing)
          .withConfigOverride(List.class, Bodies::emptyWhereMissing)
          .withConfigOverride(Map.class, Bodies::emptyWhereMissing)
          .withConfigOverride(Set.class, Bodies::emptyWhereMissing)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Bodies() {}

  private static void emptyWhereMissing(MutableConfigOverride type) {
    type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new LedgerException(value.getClass().getSimpleName() + " has no JSON", e);
    }
  }

  static <T> T read(String body, Class<T> type) {
    try {
      @Nullable T value = MAPPER.readValue(body, type);
      if (value == null) {
        throw damage(type, "it is null", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw damage(type, e.getOriginalMessage(), e);
    }
  }

  private static LedgerException damage(Class<?> type, String why, @Nullable Throwable cause) {
    return new LedgerException(
        LedgerException.Kind.DAMAGED,
        "the store holds a "
            + type.getSimpleName()
            + " that cannot be read ("
            + why
            + "). "
            + SqliteFailure.RESTORE,
        cause);
  }
}
