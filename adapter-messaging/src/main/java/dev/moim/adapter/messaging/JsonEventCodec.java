package dev.moim.adapter.messaging;

import dev.moim.application.shared.EventCodec;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.shared.CommentId;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.WarningId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Events as JSON objects: one field per component, identifiers as strings, instants in ISO 8601. A
 * field that is not known is passed over, so that a newer version may add some; one that is missing
 * is refused.
 */
final class JsonEventCodec implements EventCodec {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(plainStrings())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private static SimpleModule plainStrings() {
    SimpleModule module = new SimpleModule("moim-events");
    plain(module, CommentId.class, text -> new CommentId(UUID.fromString(text)));
    plain(module, LinkId.class, text -> new LinkId(UUID.fromString(text)));
    plain(module, MatchRequestId.class, text -> new MatchRequestId(UUID.fromString(text)));
    plain(module, MeetingId.class, text -> new MeetingId(UUID.fromString(text)));
    plain(module, MemberId.class, text -> new MemberId(UUID.fromString(text)));
    plain(module, ReportId.class, text -> new ReportId(UUID.fromString(text)));
    plain(module, RoomId.class, text -> new RoomId(UUID.fromString(text)));
    plain(module, SessionId.class, text -> new SessionId(UUID.fromString(text)));
    plain(module, WarningId.class, text -> new WarningId(UUID.fromString(text)));
    plain(module, CategoryKey.class, CategoryKey::new);
    // As text it hides most of itself.
    module.addSerializer(EmailAddress.class, new InFull());
    module.addDeserializer(
        EmailAddress.class, new FromString<>(EmailAddress.class, EmailAddress::new));
    return module;
  }

  private static <T> void plain(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new FromString<>(type, parse));
  }

  @Override
  public Encoded encode(DomainEvent event) {
    String type =
        EventTypes.nameOf(event.getClass())
            .orElseThrow(() -> new IllegalArgumentException("no name for " + event.getClass()));
    return new Encoded(type, mapper.writeValueAsString(event));
  }

  @Override
  public DomainEvent decode(Encoded encoded) {
    Class<? extends DomainEvent> type =
        EventTypes.named(encoded.type())
            .orElseThrow(() -> new IllegalArgumentException("unknown event " + encoded.type()));
    DomainEvent event;
    try {
      event = read(encoded, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a " + encoded.type(), e);
    }
    if (event == null) {
      throw new IllegalArgumentException("not a " + encoded.type());
    }
    return event;
  }

  private @Nullable DomainEvent read(Encoded encoded, Class<? extends DomainEvent> type) {
    Map<String, String> added = EventTypes.addedTo(encoded.type());
    if (added.isEmpty()) {
      return mapper.readValue(encoded.payload(), type);
    }
    ObjectNode whole = mapper.readTree(encoded.payload()).asObject();
    added.forEach((field, value) -> whole.set(field, mapper.readTree(value)));
    return mapper.treeToValue(whole, type);
  }

  /** Writes an address so that it can be read again. */
  private static final class InFull extends ValueSerializer<EmailAddress> {
    @Override
    public void serialize(
        EmailAddress address, JsonGenerator generator, SerializationContext context) {
      generator.writeString(address.value());
    }
  }

  /** Reads a value from its text. */
  private static final class FromString<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> parse;

    private FromString(Class<T> type, Function<String, T> parse) {
      this.type = type;
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      try {
        return parse.apply(text == null ? "" : text);
      } catch (IllegalArgumentException | DomainException e) {
        throw context.weirdStringException(text, type, e.getMessage());
      }
    }
  }
}
