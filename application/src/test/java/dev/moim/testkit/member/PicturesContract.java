package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.application.member.port.out.Pictures;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.shared.Race;
import dev.moim.testkit.shared.Samples;
import dev.moim.testkit.shared.StoreContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Pictures} keeps to. */
public abstract class PicturesContract extends StoreContract {
  private static final int LARGEST = 256 * 1024;

  private final MemberId member = Samples.memberId();

  protected abstract Pictures pictures();

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 256 + seed);
    }
    return bytes;
  }

  private void put(byte[] png) {
    change(() -> pictures().put(member, png));
  }

  private Optional<byte[]> find() {
    return read(() -> pictures().find(member));
  }

  private void holds(byte[] png) {
    assertThat(find()).hasValueSatisfying(found -> assertThat(found).isEqualTo(png));
  }

  @Test
  void a_picture_comes_back_byte_by_byte_up_to_the_largest() {
    for (int length : List.of(1, 300, LARGEST)) {
      put(bytes(length, length));

      holds(bytes(length, length));
    }
  }

  @Test
  void who_has_none_has_none() {
    change(() -> pictures().put(Samples.memberId(), bytes(10, 1)));

    assertThat(find()).isEmpty();
  }

  @Test
  void a_later_picture_replaces_the_one_before() {
    put(bytes(10, 1));
    put(bytes(10, 2));

    holds(bytes(10, 2));
  }

  @Test
  void a_picture_can_be_removed_and_put_again() {
    put(bytes(10, 1));

    change(() -> pictures().remove(member));
    assertThat(find()).isEmpty();
    change(() -> pictures().remove(member));

    put(bytes(10, 2));
    holds(bytes(10, 2));
  }

  @Test
  void what_a_caller_does_to_the_bytes_changes_no_picture() {
    byte[] given = bytes(10, 1);
    change(() -> {
      pictures().put(member, given);
      given[0]++;
    });
    find().orElseThrow()[1]++;
    change(() -> pictures().find(member).orElseThrow()[2]++);

    holds(bytes(10, 1));
  }

  @Test
  void a_work_finds_what_it_did_itself() {
    put(bytes(10, 1));

    change(() -> {
      pictures().put(member, bytes(10, 2));
      assertThat(pictures().find(member).orElseThrow()).isEqualTo(bytes(10, 2));
      pictures().remove(member);
      assertThat(pictures().find(member)).isEmpty();
      pictures().put(member, bytes(10, 3));
    });

    holds(bytes(10, 3));
  }

  @Test
  void a_rollback_leaves_what_was_there() {
    put(bytes(10, 1));

    changeAndFail(() -> pictures().put(member, bytes(10, 2)));
    changeAndFail(() -> pictures().remove(member));

    holds(bytes(10, 1));
  }

  @Test
  void of_pictures_put_at_once_one_stays_whole() {
    List<Race.Outcome<Integer>> outcomes =
        overlappingUntilSettled(
            6,
            i -> {
              pictures().put(member, bytes(1_000, i));
              return i;
            });

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.succeeded()).isTrue());
    byte[] found = find().orElseThrow();
    assertThat(outcomes)
        .map(outcome -> bytes(1_000, outcome.result().orElseThrow()))
        .anySatisfy(png -> assertThat(found).isEqualTo(png));
  }
}
