package org.gonghui.gateway.door;

import static org.gonghui.gateway.problem.Refusal.METHOD_NOT_ALLOWED;
import static org.gonghui.gateway.problem.Refusal.ROUTE_UNKNOWN;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.gonghui.gateway.catalogue.Catalogue;
import org.gonghui.gateway.catalogue.ProblemPages;
import org.gonghui.gateway.console.ConsolePages;
import org.gonghui.gateway.console.Page;
import org.gonghui.gateway.forward.Visit;
import org.gonghui.gateway.problem.Refusal;

/** What the gateway answers by itself: health, the catalogue and the console. */
@Singleton
public class Pages {
  private static final String CONSOLE_AS_API = "/api/gateway/v1/console";

  private final Vertx vertx;
  private final SmallRyeHealthReporter health;
  private final Catalogue catalogue;
  private final ProblemPages problems;
  private final ConsolePages console;
  private volatile boolean draining;

  public Pages(
      Vertx vertx,
      SmallRyeHealthReporter health,
      Catalogue catalogue,
      ProblemPages problems,
      ConsolePages console) {
    this.vertx = vertx;
    this.health = health;
    this.catalogue = catalogue;
    this.problems = problems;
    this.console = console;
  }

  void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** Whether the path was one of the gateway's own pages, and is answered. */
  boolean answers(Visit visit, String path) {
    if (path.startsWith("/api/") && !path.equals(CONSOLE_AS_API)) {
      return false;
    }
    visit.client().spend();
    var method = visit.request().method();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      throw METHOD_NOT_ALLOWED.because("Pages are read only");
    }
    visit.guest().heardFrom();
    switch (path) {
      case "/", CONSOLE_AS_API -> redirectToConsole(visit);
      case "/q/health/live" -> answerHealth(visit, health::getLiveness);
      case "/q/health", "/q/health/ready" -> answerHealth(visit, health::getReadiness);
      default -> answerPage(visit, path);
    }
    return true;
  }

  private static void redirectToConsole(Visit visit) {
    visit.request().response().setStatusCode(302).putHeader("Location", "/console").end();
  }

  private void answerHealth(Visit visit, Supplier<SmallRyeHealth> question) {
    vertx
        .executeBlocking(question::get, false)
        .onSuccess(
            answer -> {
              var down = answer.isDown() || draining;
              var body = draining ? "{\"status\":\"DOWN\"}" : answer.getPayload().toString();
              answer(visit, down ? 503 : 200, "application/json", Buffer.buffer(body));
            })
        .onFailure(_ -> visit.refuse(Refusal.INTERNAL.because("Health cannot be told")));
  }

  private void answerPage(Visit visit, String path) {
    var document = catalogue.find(path);
    if (document != null) {
      answerFile(visit, document);
      return;
    }
    var asked = visit.request().headers();
    var explained = problems.find(path, asked.get("Accept"), asked.get("Accept-Language"));
    var page = explained == null ? console.find(path) : explained;
    if (page == null) {
      throw ROUTE_UNKNOWN.because("There is no such page");
    }
    answerFile(visit, page);
  }

  private static void answerFile(Visit visit, Page page) {
    var asked = visit.request().headers();
    var headers = visit.request().response().headers();
    page.headers().forEach(headers::add);
    headers.add("ETag", page.tag());
    if (page.tag().equals(asked.get("If-None-Match"))) {
      visit.request().response().setStatusCode(304).end();
      return;
    }
    var accepted = asked.get("Accept-Encoding");
    var packed = accepted != null && accepted.contains("gzip");
    if (packed) {
      headers.add("Content-Encoding", "gzip");
    }
    answer(visit, 200, page.type(), packed ? page.gzipped() : page.body());
  }

  private static void answer(Visit visit, int status, String type, Buffer body) {
    var response = visit.request().response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("X-Content-Type-Options", "nosniff");
    if (!response.headers().contains("Cache-Control")) {
      response.putHeader("Cache-Control", "no-store");
    }
    if (visit.request().method() == HttpMethod.HEAD) {
      response.putHeader("Content-Length", Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }
}
