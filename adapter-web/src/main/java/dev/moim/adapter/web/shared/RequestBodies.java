package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of every request once, as a whole, and refuses one that is too large before
 * anything else looks at it, whatever the path: a path can be written in more than one way. Runs
 * after the security chain, which refuses most strangers without reading what they send.
 *
 * <p>What has come already is read at once; for the rest, the request is {@link Admitted} to wait.
 * Outside of the API nobody asks for a body, so none is waited for.
 */
public final class RequestBodies extends OncePerRequestFilter {
  static final int MOST_BYTES = 1 << 20;
  private static final int PIECE_BYTES = 1 << 13;
  private static final String ATTRIBUTE = RequestBodies.class.getName();

  private final Problems problems;

  RequestBodies(Problems problems) {
    this.problems = problems;
  }

  /** The body of a request that passed this filter. */
  public static byte[] of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body : new byte[0];
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      body = read(request);
    } catch (DomainException refusal) {
      problems.write(request, response, refusal);
      return;
    }
    request.setAttribute(ATTRIBUTE, body);
    chain.doFilter(new Replayed(request, body), response);
  }

  private static byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw WebError.BODY_TOO_LARGE.exception();
    }
    if (request.getInputStream().isFinished()) {
      return new byte[0];
    }
    Incoming body = new Incoming(request);
    while (body.hasMoreHere()) {
      body.next();
    }
    Optional<Admitted> admitted = Admitted.of(request);
    if (admitted.isPresent() && !body.isComplete()) {
      admitted.get().waitFor(body);
    }
    return body.bytes.toByteArray();
  }

  /** A body on its way. */
  private static final class Incoming implements Admitted.Pieces {
    private final HttpServletRequest request;
    private final ServletInputStream stream;
    private final long length;
    private final byte[] piece;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Incoming(HttpServletRequest request) throws IOException {
      this.request = request;
      stream = request.getInputStream();
      length = request.getContentLengthLong();
      piece = new byte[length < 0 ? PIECE_BYTES : (int) Math.min(length, PIECE_BYTES)];
    }

    boolean isComplete() {
      return bytes.size() == length || stream.isFinished();
    }

    /** Whether the next piece has come; of chunks it can't be told whether one has as a whole. */
    boolean hasMoreHere() throws IOException {
      if (length < 0 || isComplete()) {
        return false;
      }
      ContainerBodies.look(request);
      return stream.available() > 0;
    }

    @Override
    public boolean next() throws IOException {
      int count = stream.read(piece);
      if (count > 0) {
        bytes.write(piece, 0, count);
      }
      if (bytes.size() > MOST_BYTES) {
        throw WebError.BODY_TOO_LARGE.exception();
      }
      return count >= 0 && !isComplete();
    }
  }

  /** The request, with a body that is in memory already. */
  private static final class Replayed extends HttpServletRequestWrapper {
    private final byte[] body;

    private Replayed(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    private Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read as a whole");
    }
  }
}
