package org.gonghui.gateway.catalogue;

import static org.gonghui.gateway.problem.Refusal.ROUTE_UNKNOWN;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gonghui.gateway.console.Page;
import org.gonghui.gateway.problem.ExplainedRefusal;
import org.gonghui.gateway.problem.ProblemAnswer;
import org.jspecify.annotations.Nullable;

/** The pages that the types of problems lead to: what each means and what to do about it. */
@Singleton
public class ProblemPages {
  private static final String PLACE = "/problems";
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
          "Cache-Control", "no-cache",
          "Vary", "Accept, Accept-Language");

  private final Catalogue catalogue;

  public ProblemPages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The list, one problem, or nothing when the path is elsewhere. */
  public @Nullable Page find(
      String path, @Nullable String accept, @Nullable String acceptLanguage) {
    if (!path.equals(PLACE) && !path.startsWith(PLACE + "/")) {
      return null;
    }
    var problems = all();
    if (path.length() > PLACE.length()) {
      var problem = problems.get(path.substring(PLACE.length() + 1));
      if (problem == null) {
        throw ROUTE_UNKNOWN.because("No problem of this name");
      }
      problems = new TreeMap<>(Map.of("", problem));
    }
    var asText = accept != null && accept.contains("text/html");
    if (!asText) {
      return json(
          path.equals(PLACE)
              ? new JsonArray(problems.values().stream().toList()).toBuffer()
              : problems.firstEntry().getValue().toBuffer());
    }
    return html(problems, ProblemAnswer.speaksChinese(acceptLanguage) ? "zh-CN" : "en");
  }

  /** By the last part of their address; the gateway's own words count where codes are shared. */
  private TreeMap<String, JsonObject> all() {
    var found = new TreeMap<String, JsonObject>();
    for (var it : ExplainedRefusal.all()) {
      add(
          new JsonObject()
              .put("code", it.code())
              .put("status", it.status())
              .put("title", texts(it.title(), it.titleZh()))
              .put("meaning", texts(it.meaning(), it.meaningZh())),
          found);
    }
    for (var copy : catalogue.copies()) {
      for (var it : copy.document().path("x-problems")) {
        add(new JsonObject(it.toString()), found);
      }
    }
    return found;
  }

  private static JsonObject texts(String english, String chinese) {
    return new JsonObject().put("en", english).put("zh-CN", chinese);
  }

  private static void add(JsonObject problem, Map<String, JsonObject> found) {
    var name = problem.getString("code").toLowerCase(Locale.ROOT).replace('_', '-');
    found.putIfAbsent(name, problem.put("type", PLACE + "/" + name));
  }

  private static Page json(Buffer body) {
    return Page.of("application/json", body, HEADERS);
  }

  private static Page html(Map<String, JsonObject> problems, String language) {
    var page = new StringBuilder("<!doctype html>\n<html lang=\"" + language + "\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<link rel=\"stylesheet\" href=\"/console/base.css\"><title>Gonghui 工会</title>");
    page.append("</head><body><main>");
    for (var problem : problems.values()) {
      page.append("<article><h1><a href=\"").append(problem.getString("type")).append("\">");
      page.append(text(problem, "title", language)).append("</a></h1><p><code>");
      page.append(problem.getInteger("status")).append(' ').append(problem.getString("code"));
      page.append("</code></p><p>").append(text(problem, "meaning", language));
      page.append("</p></article>");
    }
    page.append("</main></body></html>\n");
    return Page.of("text/html; charset=utf-8", Buffer.buffer(page.toString()), HEADERS);
  }

  private static String text(JsonObject problem, String what, String language) {
    return problem
        .getJsonObject(what)
        .getString(language)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
