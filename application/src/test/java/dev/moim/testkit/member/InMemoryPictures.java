package dev.moim.testkit.member;

import dev.moim.application.member.port.out.Pictures;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.InMemoryStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pictures on an {@link InMemoryStore}. */
public final class InMemoryPictures implements Pictures {
  private record Picture(MemberId member, List<Byte> bytes) {}

  private final InMemoryStore.Table<MemberId, Picture> pictures;

  public InMemoryPictures(InMemoryStore store) {
    pictures = store.table(Picture::member);
  }

  @Override
  public Optional<byte[]> find(MemberId member) {
    return pictures.find(member).map(picture -> unboxed(picture.bytes));
  }

  @Override
  public void put(MemberId member, byte[] png) {
    pictures.put(new Picture(member, boxed(png)));
  }

  @Override
  public void remove(MemberId member) {
    pictures.remove(member);
  }

  private static List<Byte> boxed(byte[] bytes) {
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, i -> bytes[i]);
    return List.of(boxed);
  }

  private static byte[] unboxed(List<Byte> boxed) {
    byte[] bytes = new byte[boxed.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = boxed.get(i);
    }
    return bytes;
  }
}
