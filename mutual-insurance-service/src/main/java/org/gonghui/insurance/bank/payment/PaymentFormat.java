package org.gonghui.insurance.bank.payment;

import java.io.OutputStream;
import java.util.function.Consumer;

/** The languages of payment files; one batch gives the same bytes each time. */
public enum PaymentFormat {
  GH_PAY_1("text/csv", "csv"),
  PAIN_001("application/xml", "xml");

  /** Tells every order in sequence, keeping none. */
  public interface Orders {
    void each(Consumer<PaymentOrder> order);
  }

  private final String mediaType;
  private final String extension;

  PaymentFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  public String fileName(String batchNo) {
    return batchNo + "." + extension;
  }

  /** Writes orders as they come, keeping none; the stream stays open. */
  public void write(PaymentHead head, Orders orders, OutputStream out) {
    switch (this) {
      case GH_PAY_1 -> GhPay1.write(head, orders, out);
      case PAIN_001 -> Pain001.write(head, orders, out);
    }
  }
}
