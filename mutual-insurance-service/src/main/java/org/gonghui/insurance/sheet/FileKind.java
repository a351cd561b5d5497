package org.gonghui.insurance.sheet;

import static org.gonghui.insurance.sheet.SheetProblems.FILE_BROKEN;
import static org.gonghui.insurance.sheet.SheetProblems.FILE_EXPANDS_TOO_MUCH;
import static org.gonghui.insurance.sheet.SheetProblems.FILE_PROTECTED;
import static org.gonghui.insurance.sheet.SheetProblems.FILE_TYPE_UNKNOWN;
import static org.gonghui.insurance.sheet.SheetProblems.MACROS_NOT_SUPPORTED;
import static org.gonghui.insurance.sheet.SheetProblems.XLS_NOT_SUPPORTED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a file is by its first bytes; a ZIP is measured before anybody unpacks it. */
enum FileKind {
  TEXT,
  XLSX;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};
  private static final int SMALL = 1 << 20;
  private static final int MOST_ENTRIES = 2_000;
  private static final int PIECE = 1 << 16;

  static FileKind of(Content content, SheetLimits limits) throws IOException {
    var head = head(content);
    if (Arrays.equals(head, OLE)) {
      throw isEncryptedPackage(content)
          ? FILE_PROTECTED.because("remove the password and upload it again")
          : XLS_NOT_SUPPORTED.because("an old binary Excel file");
    }
    if (Arrays.equals(head, PDF)) {
      throw FILE_TYPE_UNKNOWN.because("a PDF file is not a table");
    }
    if (!Arrays.equals(head, ZIP)) {
      return TEXT;
    }
    measure(content, limits);
    return XLSX;
  }

  private static byte[] head(Content content) throws IOException {
    try (var bytes = content.open()) {
      return bytes.readNBytes(ZIP.length);
    }
  }

  private static boolean isEncryptedPackage(Content content) throws IOException {
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    try (var bytes = content.open()) {
      var all = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
      return all.contains(new String(name, StandardCharsets.ISO_8859_1));
    }
  }

  private static void measure(Content content, SheetLimits limits) throws IOException {
    byte[] packed;
    try (var bytes = content.open()) {
      packed = bytes.readAllBytes();
    }
    try (var zip = ZipFile.builder().setByteArray(packed).get()) {
      measure(zip, Math.max(SMALL, (long) packed.length * limits.unpackedFactor()));
    } catch (IOException e) {
      throw FILE_BROKEN.because("the archive cannot be read");
    }
  }

  private static void measure(ZipFile zip, long most) throws IOException {
    var unpacked = 0L;
    var count = 0;
    for (var entry : Collections.list(zip.getEntries())) {
      if (entry.getName().endsWith("vbaProject.bin")) {
        throw MACROS_NOT_SUPPORTED.because("save it as .xlsx without macros");
      }
      try (var bytes = zip.getInputStream(entry)) {
        unpacked += drain(bytes, most - unpacked);
      }
      if (unpacked > most || ++count > MOST_ENTRIES) {
        throw FILE_EXPANDS_TOO_MUCH.because("it unpacks to %d bytes and more", unpacked);
      }
    }
    if (zip.getEntry("xl/workbook.xml") == null) {
      throw FILE_TYPE_UNKNOWN.because("an archive that is not an Excel workbook");
    }
  }

  private static long drain(InputStream bytes, long most) throws IOException {
    var piece = new byte[PIECE];
    var total = 0L;
    for (var read = bytes.read(piece); read >= 0 && total <= most; read = bytes.read(piece)) {
      total += read;
    }
    return total;
  }
}
