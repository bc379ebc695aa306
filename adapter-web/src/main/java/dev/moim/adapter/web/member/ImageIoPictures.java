package dev.moim.adapter.web.member;

import dev.moim.adapter.web.shared.FewThreads;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.domain.member.MemberError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures with the JDK's decoders and draws them anew, so that nothing of the file survives
 * but what is seen: no position, no comment, no second format in the same bytes. The size that a
 * file claims is looked at before anything is decoded, large ones are read with fewer pixels, and
 * they are read one after the other, so that memory is bounded.
 */
final class ImageIoPictures implements PictureReader {
  private static final Set<String> FORMATS = Set.of("png", "jpeg");
  private static final int LONGEST_EDGE = 10_000;
  private static final long MOST_PIXELS = 25_000_000;
  private static final int DECODED_EDGE = 1_024;
  private static final int AT_ONCE = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FewThreads threads = new FewThreads("pictures", AT_ONCE, PATIENCE);

  @Override
  public byte[] read(byte[] file) {
    return threads.run(() -> drawnAnew(file));
  }

  private static byte[] drawnAnew(byte[] file) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      return png(scaled(decoded(stream, file)));
    } catch (IOException | RuntimeException e) {
      // Decoders throw all kinds of exceptions at hostile files.
      throw MemberError.NOT_A_PICTURE.exception();
    }
  }

  private static BufferedImage decoded(ImageInputStream stream, byte[] file) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IOException("no picture");
    }
    ImageReader reader = readers.next();
    try {
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (!FORMATS.contains(format)) {
        throw new IOException("another format");
      }
      reader.setInput(stream, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      int edge = Math.max(width, height);
      if (edge > LONGEST_EDGE || (long) width * height > MOST_PIXELS) {
        throw new IOException("too large");
      }
      if (format.equals("jpeg")) {
        new JpegScans(file).requireAffordable((long) width * height);
      }
      ImageReadParam few = reader.getDefaultReadParam();
      int step = Math.max(1, edge / DECODED_EDGE);
      few.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, few);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    double factor = Math.min(1, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = drawn.createGraphics();
    try {
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      canvas.drawImage(image, 0, 0, width, height, null);
    } finally {
      canvas.dispose();
    }
    return drawn;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
