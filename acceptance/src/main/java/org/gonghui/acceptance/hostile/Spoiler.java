package org.gonghui.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils one value of a body that was right. */
final class Spoiler {
  /** An identity number with a wrong check digit, which no answer may repeat. */
  static final String PLANTED = "339999199001011110";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<JsonNode> WRONG_TYPES =
      List.of(
          JSON.objectNode().put("a", 1),
          JSON.arrayNode().add(1).add("x"),
          JSON.booleanNode(true),
          JSON.numberNode(-7.25),
          JSON.nullNode(),
          JSON.textNode(""));
  private static final List<String> MONEY =
      List.of("-1.00", "0.001", "1e9", "12.345", "NaN", "99999999999999999.99", "1,000.00", "１.00");
  private static final List<String> DATES =
      List.of("2017-02-30", "03/04/2017", "0000-00-00", "2017-13-01", "9999999-01-01", "today");
  private static final List<String> NUMBERS =
      List.of(PLANTED, "339999900101111", "91330600MA2A000161", "33999919900230111X", "X");
  private final RandomGenerator lot;

  Spoiler(RandomGenerator lot) {
    this.lot = lot;
  }

  JsonNode spoil(Mischief mischief, JsonNode sound) {
    return switch (mischief) {
      case WRONG_TYPE -> replaceOne(sound, pick(WRONG_TYPES));
      case UNKNOWN_FIELD -> extra(sound, JSON.textNode(PLANTED));
      case NUL_CHARACTER -> replaceText(sound, "a\u0000b");
      case BAD_MONEY -> replaceText(sound, pick(MONEY));
      case IMPOSSIBLE_DATE -> replaceText(sound, pick(DATES));
      case WRONG_NUMBER -> replaceText(sound, pick(NUMBERS));
      case LONG_TEXT -> replaceText(sound, "长".repeat(lot.nextInt(5_000, 60_000)));
      case HUGE_BODY, BROKEN_JSON, DEEP_JSON, LONE_SURROGATE, WRONG_ENCODING -> sound;
      case WRONG_CONTENT_TYPE, NO_IDEMPOTENCY_KEY, BAD_IDEMPOTENCY_KEY, BAD_VERSION -> sound;
      case UNKNOWN_ID, MALFORMED_ID, UNKNOWN_QUERY, WRONG_QUERY, PATH_TRICK -> sound;
      case WRONG_METHOD, NO_CREDENTIALS, FORGED_CREDENTIALS -> sound;
    };
  }

  private JsonNode extra(JsonNode sound, JsonNode value) {
    var object = sound instanceof ObjectNode known ? known : JSON.objectNode();
    object.set("unheardOf" + lot.nextInt(1_000), value);
    return object;
  }

  private JsonNode replaceText(JsonNode sound, String text) {
    return replaceOne(sound, JSON.textNode(text));
  }

  private JsonNode replaceOne(JsonNode sound, JsonNode wrong) {
    var places = new ArrayList<Runnable>();
    collect(sound, wrong, places);
    if (places.isEmpty()) {
      return wrong;
    }
    places.get(lot.nextInt(places.size())).run();
    return sound;
  }

  private static void collect(JsonNode node, JsonNode wrong, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        places.add(() -> object.set(field.getKey(), wrong));
        collect(field.getValue(), wrong, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (var i = 0; i < array.size(); i++) {
        var index = i;
        places.add(() -> array.set(index, wrong));
        collect(array.get(i), wrong, places);
      }
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(lot.nextInt(choices.size()));
  }
}
