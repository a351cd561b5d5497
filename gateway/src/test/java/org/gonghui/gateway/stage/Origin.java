package org.gonghui.gateway.stage;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A service behind the gateway that remembers what reached it. */
public final class Origin implements AutoCloseable {
  private static final String OPENAPI =
      """
      {"openapi":"3.1.0","info":{"title":"Mutual insurance","version":"1"},
       "servers":[{"url":"http://127.0.0.1:8081"}],
       "paths":{"/api/mutual-insurance/v1/plans":{"get":{"operationId":"listPlans",
         "security":[{"internal":[]}],"responses":{"200":{"description":"plans"}}}}},
       "components":{"securitySchemes":{"internal":{"type":"http","scheme":"bearer"}}}}
      """;
  private final Vertx vertx = Vertx.vertx();
  private final boolean remembers;
  private final HttpServer server;
  public final Queue<Received> received = new ConcurrentLinkedQueue<>();
  public final AtomicLong aborted = new AtomicLong();

  /** Takes requests and hangs up on them. */
  public volatile boolean hangsUp;

  public volatile boolean ready = true;

  public Origin() {
    this(true);
  }

  /** One that forgets can be put under load. */
  public Origin(boolean remembers) {
    this.remembers = remembers;
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::answer)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public int port() {
    return server.actualPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  private void answer(HttpServerRequest request) {
    if (remembers && !request.uri().startsWith("/q/")) {
      received.add(
          new Received(
              request.method().name(),
              request.uri(),
              MultiMap.caseInsensitiveMultiMap().addAll(request.headers())));
    }
    var path = Objects.requireNonNull(request.path());
    if (path.equals("/q/health/ready")) {
      request.response().setStatusCode(ready ? 200 : 503).end();
      return;
    }
    if (path.endsWith("/hangs")) {
      return;
    }
    if (hangsUp || path.endsWith("/breaks")) {
      request.connection().close();
    } else if (path.endsWith("/breaks-midway")) {
      request.response().putHeader("Content-Length", "100").write("half");
      vertx.setTimer(50, _ -> request.connection().close());
    } else if (path.endsWith("/events")) {
      streamEvents(request);
    } else if (path.endsWith("/large")) {
      streamLarge(request);
    } else if (path.equals("/q/openapi")) {
      request.response().end(OPENAPI);
    } else {
      answerPlainly(request);
    }
  }

  private static void answerPlainly(HttpServerRequest request) {
    var counted = new AtomicLong();
    request.handler(part -> counted.addAndGet(part.length()));
    request.endHandler(
        _ -> {
          var response = request.response();
          response
              .putHeader("Content-Type", "application/json")
              .putHeader("Server", "origin/1")
              .putHeader("X-Powered-By", "tests")
              .putHeader("Connection", "X-Internal-Hint")
              .putHeader("X-Internal-Hint", "secret");
          if (Objects.requireNonNull(request.path()).endsWith("/cacheable")) {
            response.putHeader("Cache-Control", "max-age=60");
          }
          if (Objects.requireNonNull(request.path()).endsWith("/nothing")) {
            response.setStatusCode(204).end();
          } else {
            response.end("{\"bytes\":" + counted.get() + "}");
          }
        });
  }

  private void streamEvents(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream");
    response.write("data: 1\n\n");
    vertx.setTimer(3_000, _ -> response.end("data: 2\n\n"));
    response.exceptionHandler(_ -> aborted.incrementAndGet());
  }

  private static void streamLarge(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    var part = io.vertx.core.buffer.Buffer.buffer(new byte[65_536]);
    pump(response, part, 1_600);
  }

  private static void pump(
      io.vertx.core.http.HttpServerResponse response, io.vertx.core.buffer.Buffer part, int left) {
    var remaining = left;
    while (remaining > 0 && !response.writeQueueFull()) {
      response.write(part);
      remaining--;
    }
    if (remaining == 0) {
      response.end();
    } else {
      var rest = remaining;
      response.drainHandler(_ -> pump(response, part, rest));
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One request as it arrived. */
  public record Received(String method, String uri, MultiMap headers) {}
}
