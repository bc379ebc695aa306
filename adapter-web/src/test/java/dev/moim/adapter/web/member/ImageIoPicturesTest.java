package dev.moim.adapter.web.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.shared.DomainException;
import dev.moim.testkit.member.PictureReaderContract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ImageIoPicturesTest extends PictureReaderContract {
  private static final Logger log = LoggerFactory.getLogger(ImageIoPicturesTest.class);

  private static final int TIMES = 2_000;
  private static final long MOST_MEBIBYTES = 64;
  private static final int SIGNATURE_BYTES = 8;
  private static final int WIDTH_AT = 16;
  private static final String HIDDEN = "<script>hidden()</script>";

  private final PictureReader reader = new ImageIoPictures();

  @Override
  protected PictureReader reader() {
    return reader;
  }

  /** Many colours, so that the decoders have something to do. */
  private static byte[] file(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, ((x * 4) << 16) | ((y * 5) << 8) | ((x * y) & 255));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    try (DataOutputStream chunk = new DataOutputStream(out)) {
      chunk.writeInt(data.length);
      chunk.write(name);
      chunk.write(data);
      chunk.writeInt((int) sum.getValue());
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** The bytes with others put in between. */
  private static byte[] inserted(byte[] file, int at, byte[] more) {
    return joined(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length));
  }

  private static byte[] pngHeader(int width, int height, int interlaced) throws IOException {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, (byte) interlaced})
            .array();
    return joined(Arrays.copyOf(file("png"), SIGNATURE_BYTES), chunk("IHDR", header));
  }

  /** Black, and made without ever being in memory. */
  private static byte[] largePng(int width, int height) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(data)) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        rows.write(row);
      }
    }
    return joined(
        pngHeader(width, height, 0), chunk("IDAT", data.toByteArray()), chunk("IEND", new byte[0]));
  }

  /** A JPEG that claims another size. */
  private static byte[] jpegOf(int width, int height) throws IOException {
    return claiming(file("jpeg"), 0xC0, width, height);
  }

  private static byte[] claiming(byte[] jpeg, int frameMarker, int width, int height) {
    ByteBuffer.wrap(jpeg)
        .putShort(find(jpeg, frameMarker) + 5, (short) height)
        .putShort(find(jpeg, frameMarker) + 7, (short) width);
    return jpeg;
  }

  private static int find(byte[] jpeg, int marker) {
    int at = 0;
    while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }

  /** It shows itself in several scans, each better than the one before. */
  private static byte[] progressiveJpeg() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam progressive = writer.getDefaultWriteParam();
    progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file("png")));
      writer.write(null, new IIOImage(image, null, null), progressive);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] jpegSegment(int marker, String text) {
    byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(4 + data.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (2 + data.length))
        .put(data)
        .array();
  }

  private void isNoPicture(byte[] file) {
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.NOT_A_PICTURE));
  }

  /** Empty if it was refused, as it should be; anything else fails. */
  private Optional<byte[]> readOrRefused(byte[] file) {
    try {
      return Optional.of(reader.read(file));
    } catch (DomainException refusal) {
      assertThat(refusal.code()).isEqualTo(MemberError.NOT_A_PICTURE);
      return Optional.empty();
    }
  }

  private static BufferedImage decoded(byte[] png) throws IOException {
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static void nothingIsHidden(byte[] png) throws IOException {
    decoded(png);
    assertThat(new String(png, StandardCharsets.ISO_8859_1))
        .doesNotContain("script", "hidden", "Exif", "tEXt", "zTXt", "iTXt", "eXIf", "iCCP");
  }

  @Test
  void a_jpeg_becomes_a_png_of_its_size() throws IOException {
    BufferedImage image = decoded(reader.read(file("jpeg")));

    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(image.getHeight()).isEqualTo(48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp"})
  void another_format_is_refused(String format) throws IOException {
    isNoPicture(file(format));
  }

  @Test
  void a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() throws IOException {
    byte[] png =
        joined(
            pngHeader(60_000, 60_000, 0),
            Arrays.copyOfRange(file("png"), WIDTH_AT + 17, file("png").length));

    long allocated =
        allocatedBy(() -> {
          isNoPicture(png);
          isNoPicture(jpegOf(60_000, 60_000));
        });

    assertThat(allocated).isLessThan(MOST_MEBIBYTES);
  }

  @Test
  void a_chunk_that_claims_to_be_huge_is_refused_before_it_is_read() throws IOException {
    for (String type : new String[] {"PLTE", "tRNS", "iCCP", "zTXt", "IDAT", "teSt"}) {
      byte[] claim =
          ByteBuffer.allocate(8)
              .putInt(Integer.MAX_VALUE)
              .put(type.getBytes(StandardCharsets.US_ASCII))
              .array();
      byte[] png = joined(pngHeader(64, 48, 0), claim, new byte[100]);

      long allocated = allocatedBy(() -> readOrRefused(png));

      assertThat(allocated).as(type).isLessThan(MOST_MEBIBYTES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void a_file_cut_anywhere_is_refused_or_shows_what_is_there(String format) throws IOException {
    byte[] file = file(format);
    int refused = 0;

    for (int length = 0; length < file.length; length++) {
      Optional<byte[]> read = readOrRefused(Arrays.copyOf(file, length));
      if (read.isPresent()) {
        nothingIsHidden(read.get());
      } else {
        refused++;
      }
    }

    log.info("Of {} cuts of a {} {} were refused", file.length, format, refused);
    isNoPicture(Arrays.copyOf(file, 20));
  }

  @Test
  void a_second_format_behind_or_within_the_picture_does_not_survive() throws IOException {
    byte[] hidden = HIDDEN.getBytes(StandardCharsets.US_ASCII);
    byte[] png = file("png");
    byte[] jpeg = file("jpeg");
    byte[] text = joined("Comment\0".getBytes(StandardCharsets.US_ASCII), hidden);

    nothingIsHidden(reader.read(joined(png, hidden)));
    nothingIsHidden(reader.read(joined(jpeg, hidden)));
    nothingIsHidden(reader.read(inserted(png, WIDTH_AT + 17, chunk("tEXt", text))));
    nothingIsHidden(reader.read(inserted(jpeg, 2, jpegSegment(0xFE, HIDDEN))));
    isNoPicture(joined(hidden, png));
  }

  @Test
  void what_the_camera_wrote_about_place_and_time_is_gone() throws IOException {
    byte[] place = jpegSegment(0xE1, "Exif\0\0MM\0*\0\0\0\u0008\0\0" + HIDDEN);
    byte[] profile =
        chunk("eXIf", ("MM\0*\0\0\0\u0008\0\0" + HIDDEN).getBytes(StandardCharsets.US_ASCII));

    nothingIsHidden(reader.read(inserted(file("jpeg"), 2, place)));
    nothingIsHidden(reader.read(inserted(file("png"), WIDTH_AT + 17, profile)));
  }

  @Test
  void the_largest_picture_is_read_within_bounded_memory() throws IOException {
    byte[] file = largePng(10_000, 2_500);
    byte[][] png = new byte[1][];

    long allocated = allocatedBy(() -> png[0] = reader.read(file));

    log.info("10,000 x 2,500 pixels from {} KiB took {} MiB", file.length >> 10, allocated);
    assertThat(allocated).isLessThan(MOST_MEBIBYTES);
    assertThat(decoded(png[0]).getWidth()).isEqualTo(PictureReader.EDGE);
    isNoPicture(largePng(10_001, 1));
    isNoPicture(largePng(10_000, 2_501));
  }

  @Test
  void a_large_jpeg_is_read_in_one_scan_only_since_several_take_memory_for_the_whole()
      throws IOException {
    byte[] progressive = claiming(progressiveJpeg(), 0xC2, 10_000, 10_000);
    byte[] disguised =
        inserted(progressive, 2, new byte[] {(byte) 0xFF, (byte) 0xD0, (byte) 0xFF, (byte) 0xC0});

    isNoPicture(progressive);
    isNoPicture(disguised);
    assertThat(decoded(reader.read(progressiveJpeg())).getWidth()).isEqualTo(64);
    assertThat(decoded(reader.read(jpegOf(5_000, 5_000))).getWidth()).isEqualTo(256);
  }

  @Test
  void a_jpeg_of_very_many_scans_is_refused() throws IOException {
    byte[] jpeg = progressiveJpeg();
    int last = jpeg.length - 2;
    while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {
      last--;
    }
    byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
    byte[][] scans = new byte[1_000][];
    Arrays.fill(scans, scan);

    isNoPicture(inserted(jpeg, last, joined(scans)));
  }

  @Test
  void random_bytes_are_never_anything_but_no_picture() {
    Random random = new Random(20_260_101);

    for (int i = 0; i < TIMES; i++) {
      byte[] file = new byte[random.nextInt(4_096)];
      random.nextBytes(file);
      isNoPicture(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void damaged_pictures_are_refused_or_read_and_nothing_else(String format) throws IOException {
    Random random = new Random(20_260_102);
    int refused = 0;

    for (int i = 0; i < TIMES; i++) {
      byte[] file = file(format);
      for (int damage = 0; damage <= i % 16; damage++) {
        file[random.nextInt(i % 2 == 0 ? file.length : Math.min(file.length, 400))] =
            (byte) random.nextInt();
      }
      refused += readOrRefused(file).isPresent() ? 0 : 1;
    }

    log.info("Of {} damaged files of {} {} were refused", TIMES, format, refused);
  }

  /** What a test does. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** Mebibytes, on this thread, over all the time. */
  private static long allocatedBy(Work work) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return (threads.getCurrentThreadAllocatedBytes() - before) >> 20;
  }
}
