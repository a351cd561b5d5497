package org.gonghui.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback address. */
public final class Ports {
  private static final int CONNECT_MILLIS = 500;

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
