package dev.moim.adapter.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of every request once, as a whole, and refuses one that is too large before
 * anything else looks at it, whatever the path: a path can be written in more than one way. Runs
 * after the security chain, which refuses most strangers without reading what they send.
 */
public final class RequestBodies extends OncePerRequestFilter {
  static final int MOST_BYTES = 1 << 20;
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
    boolean announced = request.getContentLengthLong() > MOST_BYTES;
    byte[] body = announced ? new byte[0] : request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (announced || body.length > MOST_BYTES) {
      problems.write(request, response, WebError.BODY_TOO_LARGE.exception());
      return;
    }
    request.setAttribute(ATTRIBUTE, body);
    chain.doFilter(new Replayed(request, body), response);
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
