package org.gonghui.acceptance.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One measured value beside its baseline of the same run. */
public record Result(
    String name,
    String unit,
    double value,
    @Nullable Double baseline,
    @Nullable Double ratio,
    String goal,
    boolean met,
    long dataSize,
    Machine machine,
    SequencedMap<String, Object> more) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A value against a baseline; the verdict is the caller's, who knows which way is better. */
  public static Result against(
      String name,
      String unit,
      double value,
      double baseline,
      String goal,
      boolean met,
      long size) {
    return new Result(
        name,
        unit,
        rounded(value),
        rounded(baseline),
        rounded(value / baseline),
        goal,
        met,
        size,
        Machine.here(),
        new LinkedHashMap<>());
  }

  public static Result alone(
      String name, String unit, double value, String goal, boolean met, long size) {
    return new Result(
        name,
        unit,
        rounded(value),
        null,
        null,
        goal,
        met,
        size,
        Machine.here(),
        new LinkedHashMap<>());
  }

  public Result and(String key, Object detail) {
    var details = new LinkedHashMap<>(more);
    details.put(key, detail);
    return new Result(name, unit, value, baseline, ratio, goal, met, dataSize, machine, details);
  }

  public Result andAll(Map<String, ?> details) {
    var result = this;
    for (var detail : details.entrySet()) {
      result = result.and(detail.getKey(), detail.getValue());
    }
    return result;
  }

  public void writeInto(Path folder) {
    try {
      Files.createDirectories(folder);
      JSON.writeValue(folder.resolve(name + ".json").toFile(), this);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  public String line() {
    var against = baseline == null ? "" : "  against %.2f: ratio %.3f".formatted(baseline, ratio);
    return "%-20s %10.2f %s%s  (goal %s: %s)"
        .formatted(name, value, unit, against, goal, met ? "met" : "MISSED");
  }

  public static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
