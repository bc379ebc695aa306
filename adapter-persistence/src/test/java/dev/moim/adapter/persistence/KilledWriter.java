package dev.moim.adapter.persistence;

import dev.moim.application.notification.port.out.Notifications;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.notification.Notification;
import dev.moim.domain.notification.NotificationType;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.NotificationId;
import dev.moim.testkit.shared.SettableClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A process that commits one numbered row after the other until it is killed, and notes each number
 * when its commit was acknowledged.
 */
final class KilledWriter {
  private KilledWriter() {}

  /**
   * @param args the folder of the database, the file of the notes, the first number
   */
  public static void main(String[] args) throws IOException {
    TestDatabase database = TestDatabase.inFile(Path.of(args[0]));
    try (FileChannel notes =
        FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (long number = Long.parseLong(args[2]); ; number++) {
        commit(database, number);
        notes.write(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
      }
    }
  }

  private static void commit(TestDatabase database, long number) {
    Notification notification =
        new Notification(
            new NotificationId(new UUID(7, number)),
            new MemberId(new UUID(1, 1)),
            NotificationType.ROOM_JOINED,
            Map.of("title", "Lunch"),
            "/rooms/1",
            SettableClock.START,
            Optional.empty());
    database
        .get(Transactions.class)
        .writeOnly(() -> database.get(Notifications.class).add(List.of(notification)));
  }
}
