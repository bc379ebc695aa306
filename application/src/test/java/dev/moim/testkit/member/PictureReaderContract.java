package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.PictureReader;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import dev.moim.testkit.shared.Race;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PictureReader} keeps to. */
public abstract class PictureReaderContract {
  private static final int RED = 0xFFFF0000;
  private static final int HALF_BLUE = 0x800000FF;

  protected abstract PictureReader reader();

  private static byte[] smallPng() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, RED);
    image.setRGB(2, 1, HALF_BLUE);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage decoded(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void looksLikeTheSmallOne(byte[] png) {
    BufferedImage image = decoded(png);
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRGB(0, 0)).isEqualTo(RED);
    assertThat(image.getRGB(2, 1)).isEqualTo(HALF_BLUE);
    assertThat(image.getRGB(1, 1)).isZero();
  }

  @Test
  void a_small_picture_becomes_a_png_that_looks_the_same() {
    byte[] png = reader().read(smallPng());

    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    looksLikeTheSmallOne(png);
  }

  @Test
  void the_file_stays_as_it_was() {
    byte[] file = smallPng();

    byte[] png = reader().read(file);

    assertThat(png).isNotSameAs(file);
    assertThat(file).isEqualTo(smallPng());
  }

  @Test
  void an_empty_file_is_no_picture() {
    assertThatThrownBy(() -> reader().read(new byte[0]))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NOT_A_PICTURE));
  }

  @Test
  void many_may_be_read_at_once() {
    Race.of(8, i -> reader().read(smallPng()))
        .forEach(outcome -> looksLikeTheSmallOne(outcome.result().orElseThrow()));
  }
}
