package org.gonghui.kit.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gonghui.kit.money.Money;
import org.junit.jupiter.api.Test;

class CsvExportTest {
  @Test
  void cells_cannot_start_a_formula_and_rows_are_closed() throws IOException {
    var closed = new AtomicBoolean();
    var out = new ByteArrayOutputStream();

    CsvExport.of(
            List.of("name", "amount"),
            () ->
                Stream.of(
                        Arrays.<Object>asList("=1+1", Money.of("-3.50")),
                        Arrays.<Object>asList("a,\"b\"", null),
                        Arrays.<Object>asList("@x", "-1-1"))
                    .onClose(() -> closed.set(true)))
        .write(out);

    assertThat(out.toString(UTF_8))
        .isEqualTo("\uFEFFname,amount\r\n'=1+1,-3.50\r\n\"a,\"\"b\"\"\",\r\n'@x,'-1-1\r\n");
    assertThat(closed).isTrue();
  }
}
