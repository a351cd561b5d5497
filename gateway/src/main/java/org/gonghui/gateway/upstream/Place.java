package org.gonghui.gateway.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where one instance listens. */
record Place(String host, int port) {
  private static final String EVERY_ADDRESS = "dns";
  private static final int HTTP = 80;

  /** Finds the addresses of a name; empty when nobody can tell just now. */
  @FunctionalInterface
  interface Names {
    Optional<List<String>> addresses(String name);
  }

  /** Asks the system, as every other program on the machine does. */
  static Optional<List<String>> askSystem(String name) {
    try {
      return Optional.of(
          Arrays.stream(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress).toList());
    } catch (UnknownHostException _) {
      return Optional.empty();
    }
  }

  static boolean isName(URI uri) {
    return EVERY_ADDRESS.equals(uri.getScheme());
  }

  static Place of(URI uri) {
    return new Place(uri.getHost(), port(uri));
  }

  static Optional<List<Place>> ofName(URI uri, Names names) {
    return names
        .addresses(uri.getHost())
        .map(all -> all.stream().map(address -> new Place(address, port(uri))).toList());
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? HTTP : uri.getPort();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
