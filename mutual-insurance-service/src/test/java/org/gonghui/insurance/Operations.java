package org.gonghui.insurance;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All operations of the running service, as its own document lists them. */
final class Operations {
  /** What keys of partners may be allowed. */
  static final List<String> SCOPES =
      List.of(
          "bank:read",
          "bank:write",
          "benefits:read",
          "bills:reserve",
          "deaths:write",
          "eligibility:read",
          "settlements:write");

  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String PAPER =
      """
      --b
      Content-Disposition: form-data; name="OTHER"; filename="x.pdf"
      Content-Type: application/pdf

      %PDF-1.7 x
      --b--
      """
          .replace("\n", "\r\n");
  private static final String API = "/api/mutual-insurance/v1";

  /** Bodies that are sound, so that the answer is about the thing and not about the request. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("correctDraft", "{\"death\":{\"diedOn\":\"2017-01-01\"}}"),
          Map.entry("approveClaimSecond", "{\"decision\":\"APPROVE\"}"),
          Map.entry("refuseClaim", "{\"codes\":[\"EXCLUDED\"],\"text\":\"not covered\"}"),
          Map.entry("correctFacts", "{\"source\":\"hospital\",\"reason\":\"typed wrongly\"}"),
          Map.entry("requestDocuments", "{\"kinds\":[\"OTHER\"],\"reason\":\"unreadable\"}"),
          Map.entry("recordVisit", "{\"day\":\"2017-06-01\",\"place\":\"counter\"}"),
          Map.entry("withdrawEnrolment", "{\"reason\":\"left\"}"),
          Map.entry("annulEnrolment", "{\"reason\":\"never employed\"}"),
          Map.entry("holdPayout", "{\"reason\":\"asked to wait\"}"),
          Map.entry("releasePayout", "{\"reason\":\"asked to wait\"}"),
          Map.entry(
              "proposePayoutResolution",
              "{\"outcome\":\"PAID\",\"valueDate\":\"2017-06-01\",\"evidence\":\"letter\"}"),
          Map.entry(
              "approvePaymentBatch",
              "{\"count\":1,\"total\":\"1.00\",\"hash\":\"%s\"}".formatted("a".repeat(64))),
          Map.entry(
              "putPayeeAccount",
              "{\"holder\":\"X\",\"number\":\"6222020000000017\",\"bankCode\":\"ICBC\"}"));

  private Operations() {}

  static List<Operation> all() {
    JsonPath document = given().get("/q/openapi?format=json").then().extract().jsonPath();
    var found = new ArrayList<Operation>();
    document
        .<String, Map<String, Map<String, Object>>>getMap("paths")
        .forEach(
            (path, verbs) ->
                verbs.forEach(
                    (verb, operation) -> {
                      if (VERBS.contains(verb)) {
                        found.add(Operation.of(verb, path, operation));
                      }
                    }));
    return found;
  }

  /** One of them. */
  record Operation(String verb, String path, String operationId, @Nullable String mediaType) {
    @SuppressWarnings("unchecked")
    static Operation of(String verb, String path, Map<String, Object> operation) {
      var body = (Map<String, Map<String, Object>>) operation.get("requestBody");
      var media =
          body == null ? null : requireNonNull(body.get("content")).keySet().iterator().next();
      return new Operation(
          verb, path, requireNonNull(operation.get("operationId")).toString(), media);
    }

    String line() {
      return verb.toUpperCase(Locale.ROOT) + " " + path.replace(API, "");
    }

    boolean isBelow(String prefix) {
      var own = path.replace(API, "");
      return own.equals(prefix) || own.startsWith(prefix + "/");
    }

    boolean isRefused(int status) {
      return status == 401 || status == 403;
    }

    int send(@Nullable String token, @Nullable String id) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + filled(id)))
              .header("If-Match", "\"0\"")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .method(verb.toUpperCase(Locale.ROOT), body());
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      if (mediaType != null) {
        request.header("Content-Type", isMultipart() ? mediaType + "; boundary=b" : mediaType);
      }
      try {
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      } catch (InterruptedException cause) {
        throw new IllegalStateException(cause);
      }
    }

    private BodyPublisher body() {
      if (mediaType == null) {
        return BodyPublishers.noBody();
      }
      if (isMultipart()) {
        return BodyPublishers.ofString(PAPER);
      }
      return BodyPublishers.ofString(
          mediaType.endsWith("json") ? BODIES.getOrDefault(operationId, "{}") : "x");
    }

    private boolean isMultipart() {
      return mediaType != null && mediaType.startsWith("multipart/");
    }

    private String filled(@Nullable String id) {
      var real = id == null ? UUID.randomUUID().toString() : id;
      return path.replace("{id}", real)
              .replace("{personKey}", id == null ? "x".repeat(43) : id)
              .replace("{billKey}", "x".repeat(43))
              .replace("{documentId}", UUID.randomUUID().toString())
              .replace("{no}", "1")
              .replace("{year}", "1999")
              .replace("{date}", "1999-01-01")
              .replace("{area}", "330681")
              .replace("{planCode}", "NONE")
              .replace("{creditCode}", "91350100M000100Y43")
              .replace("{code}", "none")
          + (operationId.equals("readContact") ? "?purpose=matrix" : "");
    }
  }
}
