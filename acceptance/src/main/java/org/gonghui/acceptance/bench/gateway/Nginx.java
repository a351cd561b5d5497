package org.gonghui.acceptance.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plain nginx in front of one server, for the time of a benchmark. */
final class Nginx implements AutoCloseable {
  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx before(String upstream, int port, Path folder) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("nginx.conf");
      Files.writeString(file, configuration(upstream.replace("http://", ""), port, folder));
      var process =
          new ProcessBuilder(
                  "nginx", "-p", folder.toString(), "-c", file.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.log").toFile())
              .start();
      return new Nginx(process, port);
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

  private static String configuration(String upstream, int port, Path folder) {
    return """
        daemon off;
        worker_processes %4$d;
        pid %1$s/nginx.pid;
        error_log %1$s/nginx-error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 1000000000;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          upstream service { server %2$s; keepalive 64; keepalive_requests 1000000000; }
          server {
            listen 127.0.0.1:%3$d;
            location / {
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $host;
              proxy_pass http://service;
            }
          }
        }
        """
        .formatted(folder.toAbsolutePath(), upstream, port, GatewayBench.WORKERS);
  }
}
