package org.gonghui.acceptance.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gonghui.acceptance.platform.Caller;

/** A seeded stream of bad requests against every operation of the given API documents. */
public final class BadRequests {
  static final List<Caller> CALLERS =
      List.of(
          Caller.CITY_OFFICER,
          Caller.APPROVER,
          Caller.FINANCE,
          Caller.REVIEWER,
          Caller.HOSPITAL,
          Caller.BANK,
          new Caller.User("officer.yuecheng"),
          new Caller.User("clerk.demo"),
          new Caller.User("member.demo"),
          new Caller.User("ops.city"));
  private static final int HUGE = 70 * 1024 * 1024;
  private static final int HUGE_JSON = 12 * 1024 * 1024;
  private static final int RARE = 40;

  /** One request in so many comes from somebody who may not ask. */
  private static final int STRANGERS = 5;

  private final List<Operation> operations;
  private final Admission admission;
  private final RandomGenerator lot;
  private final Map<Mischief, Integer> turns = new EnumMap<>(Mischief.class);

  private BadRequests(List<Operation> operations, Admission admission, RandomGenerator lot) {
    this.operations = operations;
    this.admission = admission;
    this.lot = lot;
  }

  /** Endless; two streams of one seed and the same documents are equal. */
  public static Stream<RawRequest> of(long seed, List<JsonNode> documents, Admission admission) {
    var requests = new BadRequests(operations(documents), admission, new Random(seed));
    return IntStream.iterate(0, i -> i + 1).mapToObj(requests::next);
  }

  static List<Operation> operations(List<JsonNode> documents) {
    return documents.stream().flatMap(d -> Operation.of(d).stream()).toList();
  }

  private RawRequest next(int index) {
    var mischief = Mischief.values()[index % Mischief.values().length];
    if (mischief == Mischief.HUGE_BODY && index / Mischief.values().length % RARE != 0) {
      mischief = Mischief.UNKNOWN_FIELD;
    }
    var chosen = choose(mischief);
    var request = sound(chosen, mischief);
    return spoil(request, chosen, mischief);
  }

  /** Each mischief goes through all operations that it suits, so that none is left out. */
  private Operation choose(Mischief mischief) {
    for (var i = 0; i < operations.size(); i++) {
      var operation = operations.get(turns.merge(mischief, 1, Integer::sum) % operations.size());
      if (mischief.suits(operation)) {
        return operation;
      }
    }
    throw new IllegalStateException("no operation suits " + mischief);
  }

  private RawRequest sound(Operation operation, Mischief mischief) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Accept-Language", lot.nextBoolean() ? "zh-CN" : "en");
    if (operation.changes()) {
      headers.put("Idempotency-Key", new UUID(lot.nextLong(), lot.nextLong()).toString());
      headers.put("If-Match", "\"1\"");
    }
    var body = new byte[0];
    if (operation.takesJson()) {
      headers.put("Content-Type", "application/json");
      body = json(operation).toString().getBytes(UTF_8);
    } else if (operation.contentType() != null) {
      headers.put("Content-Type", operation.contentType());
    }
    var caller = caller(operation);
    return new RawRequest(
        mischief,
        caller,
        operation.method(),
        operation.path(),
        new Targets(operation, lot).sound(),
        headers,
        body);
  }

  /** Mostly somebody whom the operation admits, so that the fault itself is met. */
  private Caller caller(Operation operation) {
    var admitted = admission.to(operation.method(), operation.path());
    var choice = admitted.isEmpty() || lot.nextInt(STRANGERS) == 0 ? CALLERS : admitted;
    return choice.get(lot.nextInt(choice.size()));
  }

  private JsonNode json(Operation operation) {
    return new Sample(operation, lot).of(java.util.Objects.requireNonNull(operation.body()));
  }

  private RawRequest spoil(RawRequest request, Operation operation, Mischief mischief) {
    var targets = new Targets(operation, lot);
    return switch (mischief) {
      case WRONG_TYPE, UNKNOWN_FIELD, NUL_CHARACTER, BAD_MONEY -> spoilBody(request, operation);
      case IMPOSSIBLE_DATE, WRONG_NUMBER, LONG_TEXT -> spoilBody(request, operation);
      case HUGE_BODY -> request.saying(new byte[lot.nextBoolean() ? HUGE : HUGE_JSON]);
      case BROKEN_JSON -> request.saying(broken(request.body()));
      case DEEP_JSON -> request.saying(("[".repeat(20_000) + "]".repeat(20_000)).getBytes(UTF_8));
      case LONE_SURROGATE -> request.saying("{\"name\":\"a\\ud800b\",\"x\":1}".getBytes(UTF_8));
      case WRONG_ENCODING -> request.saying("{\"name\":\"中文\"}".getBytes(StandardCharsets.UTF_16));
      case WRONG_CONTENT_TYPE -> request.with("Content-Type", "text/html; charset=gb18030");
      case NO_IDEMPOTENCY_KEY -> request.without("Idempotency-Key");
      case BAD_IDEMPOTENCY_KEY ->
          request.with("Idempotency-Key", "k".repeat(lot.nextInt(300, 900)));
      case BAD_VERSION -> request.with("If-Match", lot.nextBoolean() ? "W/\"x\"" : "nonsense");
      case UNKNOWN_ID -> request;
      case MALFORMED_ID -> request.to(targets.withMalformedIds());
      case UNKNOWN_QUERY -> request.to(targets.withUnknownQuery());
      case WRONG_QUERY -> request.to(targets.withWrongQuery());
      case PATH_TRICK -> request.to(targets.withTrick());
      case WRONG_METHOD -> request.asking(lot.nextBoolean() ? "DELETE" : "PROPFIND");
      case NO_CREDENTIALS -> request.by(new Caller.Stranger());
      case FORGED_CREDENTIALS -> forged(request);
    };
  }

  private RawRequest spoilBody(RawRequest request, Operation operation) {
    var spoilt = new Spoiler(lot).spoil(request.mischief(), json(operation));
    return request.saying(spoilt.toString().getBytes(UTF_8));
  }

  private RawRequest forged(RawRequest request) {
    var stranger = request.by(new Caller.Stranger());
    return lot.nextBoolean()
        ? stranger.with("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")
        : stranger.with("X-API-Key", "ghk_aaaaaaaaaaaa_" + "b".repeat(52) + "_aaaaaa");
  }

  private byte[] broken(byte[] sound) {
    var text = new String(sound, UTF_8);
    return switch (lot.nextInt(4)) {
      case 0 -> text.substring(0, Math.max(1, text.length() / 2)).getBytes(UTF_8);
      case 1 -> (text + "}").getBytes(UTF_8);
      case 2 -> ("{\"a\":1,\"a\":" + text).getBytes(UTF_8);
      default -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
    };
  }
}
