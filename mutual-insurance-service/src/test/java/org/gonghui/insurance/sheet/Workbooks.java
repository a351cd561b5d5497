package org.gonghui.insurance.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;

/** Files made up for tests. */
public final class Workbooks {
  private Workbooks() {}

  public static byte[] workbook(Consumer<Workbook> fill) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      fill.accept(workbook);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  public static Content content(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
