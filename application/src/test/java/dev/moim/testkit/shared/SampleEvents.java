package dev.moim.testkit.shared;

import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.moderation.Subject;
import dev.moim.domain.shared.DomainEvent;
import dev.moim.domain.shared.LinkId;
import dev.moim.domain.shared.MatchRequestId;
import dev.moim.domain.shared.MeetingId;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.domain.shared.ReportId;
import dev.moim.domain.shared.RoomId;
import dev.moim.domain.shared.SessionId;
import dev.moim.domain.shared.WarningId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of every type that the domain knows; found, so that a new type is among them. */
public final class SampleEvents {
  private SampleEvents() {}

  /** An event of each type, with values that are easily lost. */
  public static List<DomainEvent> ofEveryType() {
    return types().stream().<DomainEvent>map(SampleEvents::of).toList();
  }

  /** An event of that type, with values that are easily lost. */
  public static <E extends DomainEvent> E of(Class<E> type) {
    return type.cast(record(type));
  }

  /** All records of the domain that are events, by name. */
  public static List<Class<? extends DomainEvent>> types() {
    List<Class<? extends DomainEvent>> types =
        domainClasses().stream()
            .filter(type -> type.isRecord() && DomainEvent.class.isAssignableFrom(type))
            .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
            .toList();
    if (types.isEmpty()) {
      throw new AssertionError("no event was found");
    }
    return types;
  }

  private static List<Class<?>> domainClasses() {
    try {
      URI place = DomainEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return classesUnder(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return classesUnder(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> classesUnder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("dev/moim/domain"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .sorted()
          .<Class<?>>map(SampleEvents::load)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name =
        file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name, false, DomainEvent.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values =
        Stream.of(components).map(component -> value(component.getGenericType())).toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " can't be made from samples", e);
    }
  }

  private static Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    if (!(type instanceof Class<?> plain)) {
      throw unknown(type);
    }
    Object known = KNOWN.get(plain);
    if (known != null) {
      return known;
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[constants.length - 1];
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    throw unknown(type);
  }

  private static Object container(ParameterizedType type) {
    Object content = value(type.getActualTypeArguments()[0]);
    if (type.getRawType() == List.class) {
      return List.of(content, content);
    }
    if (type.getRawType() == Optional.class) {
      return Optional.of(content);
    }
    throw unknown(type);
  }

  private static AssertionError unknown(Type type) {
    return new AssertionError("say in SampleEvents what a sample of " + type + " is");
  }

  private static final Map<Class<?>, Object> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, Samples.TRICKY + Samples.EMOJI + Samples.HANGUL),
          Map.entry(int.class, 7),
          Map.entry(long.class, Long.MAX_VALUE),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Samples.FAR),
          Map.entry(UUID.class, Samples.uuid()),
          Map.entry(EmailAddress.class, new EmailAddress("Mixed.Case+한글@예시.example")),
          Map.entry(CategoryKey.class, new CategoryKey("a-b_9")),
          Map.entry(MemberId.class, Samples.memberId()),
          Map.entry(RoomId.class, Samples.roomId()),
          Map.entry(SessionId.class, Samples.sessionId()),
          Map.entry(MeetingId.class, Samples.meetingId()),
          Map.entry(MatchRequestId.class, Samples.matchRequestId()),
          Map.entry(NotificationId.class, Samples.notificationId()),
          Map.entry(ReportId.class, Samples.reportId()),
          Map.entry(Subject.class, new Subject("ROOM", Samples.uuid())),
          Map.entry(LinkId.class, new LinkId(Samples.uuid())),
          Map.entry(WarningId.class, new WarningId(Samples.uuid())));
}
