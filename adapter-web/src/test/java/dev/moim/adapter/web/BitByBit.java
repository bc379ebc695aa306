package dev.moim.adapter.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connection on which a request is sent bit by bit, as hardly a client would. */
final class BitByBit implements AutoCloseable {
  private final Socket socket;
  private final CompletableFuture<String> statusLine = new CompletableFuture<>();
  private final CompletableFuture<String> rest = new CompletableFuture<>();

  private BitByBit(Socket socket) {
    this.socket = socket;
  }

  /** A connection on which that much is sent at once. */
  static BitByBit begin(int port, String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    BitByBit connection = new BitByBit(socket);
    connection.send(text);
    Thread.ofVirtual().start(connection::receive);
    return connection;
  }

  /** All of a request but for its body, of that length. */
  static String head(String request, int length) {
    return """
    %s HTTP/1.1
    Host: localhost
    Content-Type: application/json
    Content-Length: %d

    """
        .formatted(request, length)
        .replace("\n", "\r\n");
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void receive() {
    StringBuilder received = new StringBuilder();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      statusLine.complete(reader.readLine());
      reader.lines().forEach(line -> received.append(line).append('\n'));
      rest.complete(received.toString());
    } catch (IOException | UncheckedIOException e) {
      // Whoever closes while there is more to read resets the connection.
      statusLine.completeExceptionally(e);
      rest.complete(received.toString());
    }
  }

  /** The first line of the answer. */
  CompletableFuture<String> statusLine() {
    return statusLine;
  }

  /** What came behind it until the server closed the connection. */
  CompletableFuture<String> rest() {
    return rest;
  }

  String status() throws Exception {
    return statusLine.get(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
