package org.gonghui.kit.area;

import static org.gonghui.kit.problem.ProblemType.invalid;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The areas of the federation through time: Shaoxing's, or those of another city's file. */
@Singleton
public class Areas {
  public static final ProblemType UNKNOWN_AREA =
      invalid("UNKNOWN_AREA", "There is no such area on that day", "该日期不存在此行政区划");
  private final Map<String, Area> byCode;

  @Inject
  Areas(@ConfigProperty(name = "gonghui.areas-file") Optional<Path> file) {
    this.byCode = file.map(Areas::read).orElseGet(Areas::ofShaoxing);
  }

  private Areas(Map<String, Area> byCode) {
    this.byCode = byCode;
  }

  /** The areas of the example city, for tests and tools without a container. */
  public static Areas shaoxing() {
    return new Areas(ofShaoxing());
  }

  public Optional<Area> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public Area requireOn(String code, LocalDate day) {
    return find(code)
        .filter(area -> area.isValidOn(day))
        .orElseThrow(() -> UNKNOWN_AREA.because("no area of that code on %s", day));
  }

  /** The towns below an area on one day, by code. */
  public List<Area> listTowns(String below, LocalDate day) {
    return listBelow(below, day).stream().filter(area -> area.kind() == Area.Kind.TOWN).toList();
  }

  /** An area and all below it on one day, by code. */
  public List<Area> listBelow(String code, LocalDate day) {
    return byCode.values().stream()
        .filter(area -> area.code().startsWith(code) && area.isValidOn(day))
        .sorted(Comparator.comparing(Area::code))
        .toList();
  }

  /** All areas through time, in no order. */
  public Collection<Area> listAll() {
    return byCode.values();
  }

  /**
   * The code that a code of the past goes by on a day: follows its successors; itself while it
   * lives.
   */
  public String currentCode(String code, LocalDate day) {
    var current = byCode.get(code);
    while (current != null && !current.isValidOn(day) && current.successor() != null) {
      current = byCode.get(current.successor());
    }
    return current == null ? code : current.code();
  }

  private static Map<String, Area> read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return parse(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("gonghui.areas-file cannot be read", unreadable);
    }
  }

  private static Map<String, Area> ofShaoxing() {
    try (var in = Objects.requireNonNull(Areas.class.getResourceAsStream("shaoxing.csv"))) {
      return parse(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Area> parse(InputStream in) throws IOException {
    var areas = new LinkedHashMap<String, Area>();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      rows.forEach(row -> areas.put(row.getField("code"), area(row)));
    }
    return Map.copyOf(areas);
  }

  private static Area area(NamedCsvRecord row) {
    return new Area(
        row.getField("code"),
        row.getField("name"),
        Area.Kind.valueOf(row.getField("kind")),
        text(row, "parent"),
        date(row, "validFrom"),
        date(row, "validTo"),
        text(row, "successor"));
  }

  private static @Nullable String text(NamedCsvRecord row, String column) {
    var text = row.getField(column);
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate date(NamedCsvRecord row, String column) {
    var text = text(row, column);
    return text == null ? null : LocalDate.parse(text);
  }
}
