package io.followthrough.daemon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/** What any daemon of these libraries has to start: a store, a scheduler, a client, a page. */
final class Prototype {
  private static final String ASK = "GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n";

  private Prototype() {}

  /**
   * Runs until it is killed.
   *
   * @param args the store's file and the page's port
   */
  public static void main(String[] args) throws IOException, SQLException, SchedulerException {
    try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
        Statement statement = store.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("create table if not exists entry (id integer primary key, words text)");
    }
    OkHttpClient client = new OkHttpClient();
    Properties properties = new Properties();
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.threadCount", "2");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.start();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(client.dispatcher().getMaxRequestsPerHost()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** Whether a page on a port says that it lives. */
  static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream asked = socket.getOutputStream();
        InputStream said = socket.getInputStream()) {
      asked.write(ASK.getBytes(UTF_8));
      return new String(said.readNBytes(15), UTF_8).contains(" 200");
    } catch (IOException e) {
      return false;
    }
  }
}
