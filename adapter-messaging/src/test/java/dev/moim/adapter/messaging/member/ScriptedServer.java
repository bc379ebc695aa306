package dev.moim.adapter.messaging.member;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that does as little as it can, and can be told to misbehave: it answers a command
 * that it has a line for with that line, and falls silent where the line is {@link #SILENCE}.
 */
final class ScriptedServer implements AutoCloseable {
  static final String SILENCE = "";
  static final String GREETING = "";

  private final ServerSocket socket;
  private final Map<String, String> script;
  private final Optional<SSLContext> protection;
  private final boolean fromTheStart;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ScriptedServer(
      Map<String, String> script, Optional<SSLContext> protection, boolean fromTheStart) {
    this.script = script;
    this.protection = protection;
    this.fromTheStart = fromTheStart;
    try {
      socket = new ServerSocket(0, 16, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::acceptAll);
  }

  static ScriptedServer answering(Map<String, String> script) {
    return new ScriptedServer(script, Optional.empty(), false);
  }

  /** Offers STARTTLS. */
  static ScriptedServer protectedOnDemand(SSLContext protection) {
    return new ScriptedServer(Map.of(), Optional.of(protection), false);
  }

  static ScriptedServer protectedFromTheStart(SSLContext protection) {
    return new ScriptedServer(Map.of(), Optional.of(protection), true);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All lines that came, commands and mails, each marked {@code plain} or {@code tls}. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofPlatform().daemon().start(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (Socket plain = caller) {
      if (fromTheStart) {
        talk(protect(plain), "tls", true);
      } else if (talk(plain, "plain", true)) {
        talk(protect(plain), "tls", false);
      }
    } catch (IOException e) {
      heard.add("gone: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the rest is to be protected. */
  private boolean talk(Socket connection, String mark, boolean greet)
      throws IOException, InterruptedException {
    var in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = connection.getOutputStream();
    if (greet) {
      answer(out, script.getOrDefault(GREETING, "220 here"));
    }
    boolean mail = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(mark + " " + line);
      String command = line.split("[ :]", 2)[0];
      if (mail) {
        mail = !line.equals(".");
        if (!mail) {
          answer(out, script.getOrDefault(".", "250 taken"));
        }
      } else if (command.equals("STARTTLS") && protection.isPresent()) {
        answer(out, "220 go ahead");
        return true;
      } else {
        mail = command.equals("DATA") && !script.containsKey("DATA");
        answer(out, script.getOrDefault(command, usual(command, mark)));
      }
    }
    return false;
  }

  private String usual(String command, String mark) {
    return switch (command) {
      case "EHLO" ->
          mark.equals("plain") && protection.isPresent() ? "250-here\r\n250 STARTTLS" : "250 here";
      case "DATA" -> "354 go ahead";
      default -> "250 ok";
    };
  }

  private void answer(OutputStream out, String line) throws IOException, InterruptedException {
    if (line.equals(SILENCE)) {
      closed.await();
    }
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private SSLSocket protect(Socket plain) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            protection
                .orElseThrow()
                .getSocketFactory()
                .createSocket(plain, null, plain.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }
}
