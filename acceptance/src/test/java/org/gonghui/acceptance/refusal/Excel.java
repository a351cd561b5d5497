package org.gonghui.acceptance.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that also what no Excel writes can be sent. */
final class Excel {
  private static final String NAMESPACE =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private int count;

  Excel sheet(String name, String... rows) {
    return sheet(name, "", "", rows);
  }

  Excel hiddenSheet(String name, String... rows) {
    return sheet(name, " state=\"hidden\"", "", rows);
  }

  Excel mergedSheet(String merged, String... rows) {
    var tail = "<mergeCells count=\"1\"><mergeCell ref=\"%s\"/></mergeCells>".formatted(merged);
    return sheet("merged", "", tail, rows);
  }

  Excel part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  static String row(int no, String... cells) {
    return "<row r=\"%d\">%s</row>".formatted(no, String.join("", cells));
  }

  static String text(String at, String value) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, value);
  }

  static String number(String at, String value) {
    return "<c r=\"%s\"><v>%s</v></c>".formatted(at, value);
  }

  static String formula(String at, String formula, String value) {
    return "<c r=\"%s\" t=\"str\"><f>%s</f><v>%s</v></c>".formatted(at, formula, value);
  }

  byte[] bytes() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("[Content_Types].xml", xml(contentTypes()));
    all.put(
        "_rels/.rels", xml(relationships(relation("rId1", "officeDocument", "xl/workbook.xml"))));
    all.put(
        "xl/workbook.xml",
        xml(
            "<workbook %s xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                .formatted(NAMESPACE, OFFICE, sheets)));
    all.put("xl/_rels/workbook.xml.rels", xml(relationships(relations.toString())));
    all.putAll(parts);
    return zip(all);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return bytes.toByteArray();
  }

  private Excel sheet(String name, String state, String tail, String... rows) {
    count++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
            .formatted(name, count, state, count));
    relations.append(relation("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
    var content =
        "<worksheet %s><sheetData>%s</sheetData>%s</worksheet>"
            .formatted(NAMESPACE, String.join("", rows), tail);
    return part("xl/worksheets/sheet" + count + ".xml", xml(content));
  }

  private String contentTypes() {
    var types = new StringBuilder();
    for (var i = 1; i <= count; i++) {
      types.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
    }
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType="
        + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override("/xl/workbook.xml", "sheet.main")
        + types
        + "</Types>";
  }

  private static String override(String part, String kind) {
    return ("<Override PartName=\"%s\" ContentType="
            + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>")
        .formatted(part, kind);
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static byte[] xml(String content) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + content)
        .getBytes(StandardCharsets.UTF_8);
  }
}
