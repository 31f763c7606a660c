package io.followthrough.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that says exactly the bytes that it is told, and notes every request that arrives. */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length:\\s*(\\d+)");

  /** What to do with one request. */
  interface Answer {
    /** Returns true to keep the connection for a next request. */
    boolean to(Asked asked, OutputStream out) throws IOException;
  }

  /**
   * A request that arrived.
   *
   * @param number counted over all connections, from 1
   */
  record Asked(int number, String line, String head, String body, int port) {}

  private final ServerSocket server;
  private final Answer answer;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RawServer(Answer answer) throws IOException {
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.answer = answer;
    threads.execute(this::accept);
  }

  /** Answers every request with the same bytes and keeps the connection. */
  static RawServer saying(String reply) throws IOException {
    return new RawServer(
        (asked, out) -> {
          out.write(reply.getBytes(StandardCharsets.UTF_8));
          return true;
        });
  }

  /** A whole reply. */
  static String reply(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers
        + "Content-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        String head = head(in);
        if (head.isEmpty()) {
          return;
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        Asked next =
            new Asked(
                asked.size() + 1,
                head.substring(0, head.indexOf('\r')),
                head,
                new String(body, StandardCharsets.UTF_8),
                socket.getPort());
        asked.add(next);
        boolean keep = answer.to(next, socket.getOutputStream());
        socket.getOutputStream().flush();
        if (!keep) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side has gone: there is nobody left to tell.
      sockets.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
