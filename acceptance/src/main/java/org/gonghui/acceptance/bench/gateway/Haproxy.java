package org.gonghui.acceptance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plain HAProxy in front of one server, for the time of a benchmark. */
final class Haproxy implements AutoCloseable {
  private final Process process;
  private final int port;

  private Haproxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Haproxy before(String upstream, int port, Path folder) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("haproxy.cfg");
      Files.writeString(
          file,
          """
          global
            nbthread %d
            maxconn 4096
          defaults
            mode http
            option http-keep-alive
            http-reuse always
            timeout connect 2s
            timeout client 60s
            timeout server 60s
          frontend door
            bind 127.0.0.1:%d
            default_backend service
          backend service
            server one %s
          """
              .formatted(GatewayBench.WORKERS, port, upstream.replace("http://", "")));
      var process =
          new ProcessBuilder("haproxy", "-db", "-f", file.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("haproxy.log").toFile())
              .start();
      return new Haproxy(process, port);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
