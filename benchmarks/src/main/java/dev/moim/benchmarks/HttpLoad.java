package dev.moim.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests over connections that stay open, by one thread that does next to nothing else, so
 * that what is measured has the machine.
 *
 * <p>With {@link #send} each request has a time at which it is to be sent, whatever became of those
 * before it (an "open loop"). Its latency counts from that time and not from when a connection was
 * free for it: waiting that a slow server causes is part of what its users see ("coordinated
 * omission" otherwise).
 */
final class HttpLoad implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END_OF_CHUNKS = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int NO_CONTENT = 204;

  private final Requests requests;
  private final Selector selector;
  private final InetSocketAddress server;

  /** Taken in turns: one that is idle for long is closed by the server. */
  private final ArrayDeque<Connection> free = new ArrayDeque<>();

  private int open;

  /** What to send, and what came of it. Requests are numbered in the order of their times. */
  interface Requests {
    /** Writes the whole request. */
    void write(int number, ByteBuffer target);

    /**
     * Takes an answer.
     *
     * @param status 0 if the connection ended instead
     * @param head the answer's first line and headers; empty if there is none
     * @param body its bytes, each as a character
     */
    void answered(int number, int status, String head, String body);
  }

  HttpLoad(int port, int connections, Requests requests) throws IOException {
    this.requests = requests;
    selector = Selector.open();
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      free.add(new Connection(i));
    }
  }

  /**
   * Sends requests, each at its time; returns when all are answered, or given up because there is
   * no answer or no server any more.
   */
  void send(int from, int to, Times times) throws IOException {
    int next = from;
    long last = System.nanoTime();
    while (next < to || open > 0) {
      long now = System.nanoTime();
      while (next < to && times.of(next) <= now && !free.isEmpty()) {
        free.remove().send(next++);
        now = System.nanoTime();
        last = now;
      }
      boolean alone = open == 0 && free.isEmpty();
      if (alone || (next == to && now - last > PATIENCE)) {
        giveUp();
        return;
      }
      long wait = next < to && !free.isEmpty() ? times.of(next) - now : PATIENCE;
      if (wait > TimeUnit.MILLISECONDS.toNanos(1)) {
        selector.select(this::proceed, Math.min(100, TimeUnit.NANOSECONDS.toMillis(wait)));
      } else {
        selector.selectNow(this::proceed);
        if (wait > TimeUnit.MICROSECONDS.toNanos(200)) {
          selector.select(this::proceed, 1);
        }
      }
    }
  }

  /**
   * Sends over each connection one request after the other, the next one when one is answered (a
   * "closed loop"); returns when the time is over and all are answered, or when there is no server
   * any more. Requests have the number of their connection, from 0.
   *
   * @param end by {@link System#nanoTime}
   */
  void sendUntil(long end) throws IOException {
    long now = System.nanoTime();
    while (open > 0 || now < end) {
      while (now < end && !free.isEmpty()) {
        Connection connection = free.remove();
        connection.send(connection.index);
      }
      if (open == 0 && free.isEmpty()) {
        return;
      }
      if (now - end > PATIENCE) {
        giveUp();
        return;
      }
      selector.select(this::proceed, 100);
      now = System.nanoTime();
    }
  }

  /** When each request is to be sent, by {@link System#nanoTime}. */
  @FunctionalInterface
  interface Times {
    long of(int number);
  }

  private void giveUp() throws IOException {
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Connection connection) {
        connection.fail();
      }
    }
  }

  private void proceed(SelectionKey key) {
    if (key.attachment() instanceof Connection connection) {
      try {
        connection.proceed();
      } catch (IOException broken) {
        try {
          connection.fail();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** A connection, which has one request under way at most. */
  private final class Connection {
    private final ByteBuffer out = ByteBuffer.allocateDirect(4096);
    private final int index;
    private ByteBuffer in = ByteBuffer.allocate(16384);
    private SocketChannel channel;
    private SelectionKey key;
    private int number = -1;

    Connection(int index) throws IOException {
      this.index = index;
      channel = SocketChannel.open(server);
      key = register();
    }

    private SelectionKey register() throws IOException {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(int request) throws IOException {
      number = request;
      open++;
      out.clear();
      in.clear();
      requests.write(request, out);
      out.flip();
      try {
        write();
      } catch (IOException broken) {
        fail();
      }
    }

    private void write() throws IOException {
      channel.write(out);
      key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    void proceed() throws IOException {
      if (out.hasRemaining()) {
        write();
        return;
      }
      if (!in.hasRemaining()) {
        in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
      }
      if (channel.read(in) < 0) {
        fail();
      } else if (number >= 0) {
        int head = indexOf(END_OF_HEAD);
        if (head >= 0) {
          read(new String(in.array(), 0, head, StandardCharsets.ISO_8859_1), head + 4);
        }
      }
    }

    private void read(String head, int body) throws IOException {
      String lower = head.toLowerCase(Locale.ROOT);
      int length = lower.indexOf("\r\ncontent-length:");
      int status = Integer.parseInt(head, 9, 12, 10);
      boolean whole =
          length >= 0
              ? in.position() - body >= number(lower, length + 17)
              : status == NO_CONTENT || endsWith(END_OF_CHUNKS);
      if (whole) {
        int answered = number;
        number = -1;
        open--;
        requests.answered(
            answered,
            status,
            head,
            length >= 0 ? text(body, in.position()) : dechunked(text(body, in.position())));
        if (lower.contains("\r\nconnection: close")) {
          reopen();
        }
        free.add(this);
      }
    }

    private String text(int from, int to) {
      return new String(in.array(), from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Each chunk has its length before it, in hexadecimal digits; the last one is empty. */
    private static String dechunked(String body) {
      var whole = new StringBuilder(body.length());
      int at = 0;
      while (at < body.length()) {
        int line = body.indexOf('\r', at);
        int length = Integer.parseInt(body, at, line, 16);
        whole.append(body, line + 2, line + 2 + length);
        at = line + 2 + length + 2;
      }
      return whole.toString();
    }

    private static int number(String text, int from) {
      int end = text.indexOf('\r', from);
      return Integer.parseInt(text.substring(from, end < 0 ? text.length() : end).strip());
    }

    private int indexOf(byte[] what) {
      for (int at = 0; at + what.length <= in.position(); at++) {
        if (matches(what, at)) {
          return at;
        }
      }
      return -1;
    }

    private boolean endsWith(byte[] what) {
      return in.position() >= what.length && matches(what, in.position() - what.length);
    }

    private boolean matches(byte[] what, int at) {
      for (int i = 0; i < what.length; i++) {
        if (in.get(at + i) != what[i]) {
          return false;
        }
      }
      return true;
    }

    /** The request under way, if any, has no answer; the next one gets a new connection. */
    void fail() throws IOException {
      int failed = number;
      number = -1;
      if (failed >= 0) {
        open--;
        requests.answered(failed, 0, "", "");
      }
      try {
        reopen();
        if (failed >= 0) {
          free.add(this);
        }
      } catch (IOException gone) {
        key.cancel();
        free.remove(this);
      }
    }

    private void reopen() throws IOException {
      key.cancel();
      channel.close();
      channel = SocketChannel.open(server);
      key = register();
      out.clear().flip();
    }
  }
}
