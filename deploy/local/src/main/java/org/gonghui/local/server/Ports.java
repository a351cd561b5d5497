package org.gonghui.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.gonghui.local.process.ServerFailure;

/** TCP ports of the loopback address, and whether somebody answers there. */
public final class Ports {
  private static final int CONNECT_MILLIS = 500;
  private static final int OK = 200;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Ports() {}

  /** A port that nobody listens on now. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public static boolean isListening(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether a GET of this address is answered with 200. */
  public static boolean answers(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_LIMIT).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Refuses a taken port, whose owner would otherwise answer in the new server's name. */
  public static void requireFree(String server, int port) {
    if (isListening(port)) {
      throw new ServerFailure(
          "Port %d, which %s needs, is taken by another program; choose other ports with --port-base."
              .formatted(port, server));
    }
  }

  static int orFree(int port) {
    return port == 0 ? free() : port;
  }
}
