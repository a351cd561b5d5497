package org.gonghui.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was released stays as it is: whoever built on it must not notice the next release. {@code
 * -Dsnapshots.release=true} releases what is there.
 */
class ReleasedTest {
  private static final String RECEIPT = "MutualInsuranceReceipt";
  private static final String SETTLEMENT = "MutualInsuranceNewSettlement";

  @ParameterizedTest
  @EnumSource(Audience.class)
  void nothing_that_was_released_breaks(Audience audience) throws IOException {
    if (Boolean.getBoolean("snapshots.release")) {
      Files.writeString(file(audience), CommittedDocuments.pretty(CommittedDocuments.of(audience)));
    }

    assertThat(BrokenPromises.between(released(audience), CommittedDocuments.of(audience)))
        .isEmpty();
  }

  @Test
  void what_is_taken_away_breaks() throws IOException {
    assertThat(after(it -> ((ObjectNode) it.path("paths")).remove(settlements()))).isNotEmpty();
    assertThat(after(it -> properties(it, RECEIPT).remove("settlementNo"))).isNotEmpty();
    assertThat(after(it -> properties(it, SETTLEMENT).remove("replaces"))).isNotEmpty();
    assertThat(
            after(it -> properties(it, RECEIPT).putObject("settlementNo").put("type", "integer")))
        .isNotEmpty();
  }

  @Test
  void what_is_newly_demanded_breaks() throws IOException {
    assertThat(after(it -> required(it, SETTLEMENT).add("declaredAt"))).isNotEmpty();
    assertThat(after(it -> parameter(it, true))).isNotEmpty();
  }

  @Test
  void what_is_added_does_not_break() throws IOException {
    assertThat(after(it -> properties(it, RECEIPT).putObject("more").put("type", "string")))
        .isEmpty();
    assertThat(after(it -> parameter(it, false))).isEmpty();
    assertThat(after(it -> properties(it, SETTLEMENT).putObject("more").put("type", "string")))
        .isEmpty();
  }

  private static List<String> after(Consumer<ObjectNode> change) throws IOException {
    var before = released(Audience.PARTNER);
    ((ObjectNode) before.path("paths")).retain(settlements());
    var after = before.deepCopy();
    change.accept(after);
    return BrokenPromises.between(before, after);
  }

  private static void parameter(JsonNode document, boolean required) {
    var operation = (ObjectNode) document.path("paths").path(settlements()).path("post");
    var parameter = operation.withArrayProperty("parameters").addObject();
    parameter.put("name", "colour").put("in", "query").put("required", required);
    parameter.putObject("schema").put("type", "string");
  }

  private static String settlements() {
    return "/api/mutual-insurance/v1/settlements";
  }

  private static ObjectNode properties(JsonNode document, String schema) {
    return (ObjectNode) schema(document, schema).path("properties");
  }

  private static ArrayNode required(JsonNode document, String schema) {
    return (ArrayNode) schema(document, schema).path("required");
  }

  private static JsonNode schema(JsonNode document, String name) {
    return document.path("components").path("schemas").path(name);
  }

  private static ObjectNode released(Audience audience) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(file(audience).toFile());
  }

  private static Path file(Audience audience) {
    return CommittedDocuments.CLIENTS.resolve("released").resolve(audience.fileName());
  }
}
