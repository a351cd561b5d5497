package org.gonghui.gateway.stage;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** A service behind the gateway that remembers what reached it. */
public final class Origin implements AutoCloseable {
  /** What it tells of itself. */
  public static final String OPENAPI = text("/openapi-origin.json");

  public static final int EVENTS = 60_000;
  public static final String ROW = "{\"name\":\"工会\",\"amount\":\"1938.00\"}\n";
  private final Vertx vertx = Vertx.vertx();
  private final boolean remembers;
  private final HttpServer server;
  public final Queue<Received> received = new ConcurrentLinkedQueue<>();
  public final AtomicLong aborted = new AtomicLong();
  public final AtomicLong documentsSpared = new AtomicLong();
  public volatile String openApi = OPENAPI;
  public volatile boolean tells = true;

  /** Takes requests and hangs up on them. */
  public volatile boolean hangsUp;

  public volatile boolean ready = true;

  /** The paths that there are; what is elsewhere is not found. */
  public volatile Predicate<String> serves = _ -> true;

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
    if (!serves.test(path)) {
      request.response().setStatusCode(404).end();
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
    } else if (path.endsWith("/rows") || path.endsWith("/rows-tagged")) {
      answerRows(request);
    } else if (path.endsWith("/events-many")) {
      streamManyEvents(request);
    } else if (path.endsWith("/large")) {
      streamLarge(request);
    } else if (path.equals("/q/openapi")) {
      tell(request);
    } else {
      answerPlainly(request);
    }
  }

  private void tell(HttpServerRequest request) {
    var document = openApi;
    var tag = '"' + Integer.toHexString(document.hashCode()) + '"';
    if (!tells) {
      request.response().setStatusCode(503).end();
    } else if (tag.equals(request.getHeader("If-None-Match"))) {
      documentsSpared.incrementAndGet();
      request.response().setStatusCode(304).end();
    } else {
      request.response().putHeader("ETag", tag).end(document);
    }
  }

  private static String text(String resource) {
    try (var stream = Objects.requireNonNull(Origin.class.getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
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

  /** A list as long and of the type that the query asks for, in chunks unless it says otherwise. */
  private static void answerRows(HttpServerRequest request) {
    var response = request.response();
    var rows = Integer.parseInt(Objects.requireNonNull(request.getParam("rows")));
    var type = Objects.requireNonNullElse(request.getParam("type"), "application/json");
    response.putHeader("Content-Type", type);
    if (request.uri().contains("-tagged")) {
      response.putHeader("ETag", "\"1\"");
    }
    if (request.getParam("encoded") != null) {
      response.putHeader("Content-Encoding", "br");
    }
    var body = ROW.repeat(rows);
    if (request.getParam("chunked") == null) {
      response.end(body);
    } else {
      response.setChunked(true).write(body.substring(0, body.length() / 2));
      response.end(body.substring(body.length() / 2));
    }
  }

  private void streamEvents(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream");
    response.write("data: 1\n\n");
    vertx.setTimer(3_000, _ -> response.end("data: 2\n\n"));
    response.exceptionHandler(_ -> aborted.incrementAndGet());
  }

  private static void streamLarge(HttpServerRequest request) {
    pump(request.response().setChunked(true), Buffer.buffer(new byte[65_536]), 1_600);
  }

  private static void streamManyEvents(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream");
    pump(response, Buffer.buffer("data: " + "x".repeat(1_000) + "\n\n"), EVENTS);
  }

  private static void pump(HttpServerResponse response, Buffer part, int left) {
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
