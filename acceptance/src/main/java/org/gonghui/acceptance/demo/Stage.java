package org.gonghui.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.acceptance.city.City;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;

/** Where the year is played: the door, the city, and names for acts that make each happen once. */
public record Stage(Gateway gateway, City city, int year, String keyPrefix) {
  public static final String API = "/api/mutual-insurance/v1";
  static final int CALLERS = 8;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration POLL = Duration.ofMillis(150);
  private static final int POLLS = 4_000;

  public JsonNode get(Caller caller, String path) {
    return gateway.require(Call.get(caller, API + path)).json();
  }

  public Answer read(Caller caller, String path) {
    return gateway.require(Call.get(caller, API + path));
  }

  /** A POST that happens once, however often the play is repeated. */
  public Answer post(Caller caller, String path, String key, ObjectNode body) {
    return gateway.require(Call.post(caller, API + path).once(keyed(key)).json(body));
  }

  /** A decision on the version that was just read. */
  public Answer decide(Caller caller, String path, String key, Answer seen, ObjectNode body) {
    return gateway.require(
        Call.post(caller, API + path).once(keyed(key)).seen(seen.etag()).json(body));
  }

  /** A statement of the bank, which is waited for when it is so long that a job books it. */
  public void book(String key, byte[] statement) {
    var answer =
        gateway.require(
            Call.post(Caller.BANK, API + "/bank-statements")
                .once(keyed(key))
                .content("text/csv", statement));
    var path = "/bank-statements/" + answer.json().path("statementId").asText();
    var booked = await(Caller.BANK, path, "BOOKED", "REFUSED").json();
    if (booked.path("state").asText().equals("REFUSED")) {
      throw new IllegalStateException("The statement was refused: " + booked.path("errors"));
    }
  }

  public String keyed(String key) {
    return keyPrefix + "-" + key;
  }

  /** Every item of a list, page by page. */
  public List<JsonNode> all(Caller caller, String path) {
    var items = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = get(caller, path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
      page.path("items").forEach(items::add);
      var next = page.path("next").asText("");
      cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return items;
  }

  /** Reads a thing again and again until its status is one of the wanted. */
  public Answer await(Caller caller, String path, String... wanted) {
    for (var i = 0; i < POLLS; i++) {
      var answer = read(caller, path);
      var status = answer.json().path("status").asText(answer.json().path("state").asText());
      if (List.of(wanted).contains(status)) {
        return answer;
      }
      Gateway.pause(POLL);
    }
    throw new IllegalStateException(path + " does not become " + List.of(wanted));
  }

  /** The moment of a past day at which somebody acts, in the city's time. */
  public static String at(LocalDate day) {
    return day.atTime(10, 0).atZone(ZONE).toInstant().toString();
  }
}
