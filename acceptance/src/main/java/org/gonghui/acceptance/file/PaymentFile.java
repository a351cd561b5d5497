package org.gonghui.acceptance.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gonghui.acceptance.arithmetic.Fen;

/** The orders of a payment file GH-PAY-1 as the bank reads them. */
public record PaymentFile(String batchNo, String debtorAccount, List<Order> orders) {
  /** One amount to one payee. */
  public record Order(String endToEndId, String name, String account, Fen amount, String purpose) {}

  public static PaymentFile read(byte[] bytes) {
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    var head = lines.getFirst().split(",", -1);
    var orders =
        lines.stream()
            .filter(line -> line.startsWith("D,"))
            .map(line -> line.split(",", -1))
            .map(f -> new Order(f[2], f[3], f[4], Fen.of(f[6]), f[8]))
            .toList();
    return new PaymentFile(head[2], head[4], orders);
  }

  /** The statement in which the bank has booked every order. */
  public StatementFile booked(Fen opening, LocalDate day) {
    var statement = new StatementFile(debtorAccount, opening);
    for (var order : orders) {
      statement.debit("D" + order.endToEndId(), day, order);
    }
    return statement;
  }

  /** The bank's answer GH-RES-1 by which every order is accepted. */
  public byte[] accepted(LocalDate day) {
    var text = new StringBuilder("H,GH-RES-1,%s,%d\n".formatted(batchNo, orders.size()));
    for (var order : orders) {
      text.append(
          "D,%s,ACSC,,D%s,%s,%s\n"
              .formatted(order.endToEndId(), order.endToEndId(), day, order.amount()));
    }
    return text.append("T,")
        .append(orders.size())
        .append('\n')
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
