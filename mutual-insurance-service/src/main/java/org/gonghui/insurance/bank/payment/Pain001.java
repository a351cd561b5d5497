package org.gonghui.insurance.bank.payment;

import java.io.OutputStream;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gonghui.insurance.bank.payment.PaymentFormat.Orders;
import org.gonghui.kit.time.ClockProducer;

/** The payment file as ISO 20022 pain.001.001.09, with the same content as GH-PAY-1. */
final class Pain001 {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private final XMLStreamWriter xml;

  private Pain001(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(PaymentHead head, Orders orders, OutputStream out) {
    try {
      var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      new Pain001(writer).write(head, orders);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(PaymentHead head, Orders orders) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("CstmrCdtTrfInitn");
    groupHeader(head);
    open("PmtInf");
    paymentHeader(head);
    orders.each(this::transfer);
    close(3);
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.flush();
  }

  private void groupHeader(PaymentHead head) throws XMLStreamException {
    open("GrpHdr");
    leaf("MsgId", head.batchNo());
    leaf("CreDtTm", head.createdAt().toString());
    leaf("NbOfTxs", Integer.toString(head.count()));
    leaf("CtrlSum", head.total().toString());
    open("InitgPty");
    leaf("Nm", head.debtorName());
    close(2);
  }

  private void paymentHeader(PaymentHead head) throws XMLStreamException {
    leaf("PmtInfId", head.batchNo());
    leaf("PmtMtd", "TRF");
    leaf("NbOfTxs", Integer.toString(head.count()));
    leaf("CtrlSum", head.total().toString());
    open("ReqdExctnDt");
    leaf("Dt", LocalDate.ofInstant(head.createdAt(), ClockProducer.ZONE).toString());
    close(1);
    open("Dbtr");
    leaf("Nm", head.debtorName());
    close(1);
    account("DbtrAcct", head.debtorAccount());
    open("DbtrAgt");
    open("FinInstnId");
    open("Othr");
    leaf("Id", "NOTPROVIDED");
    close(3);
  }

  private void transfer(PaymentOrder order) {
    try {
      write(order);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(PaymentOrder order) throws XMLStreamException {
    open("CdtTrfTxInf");
    open("PmtId");
    leaf("InstrId", Integer.toString(order.seq()));
    leaf("EndToEndId", order.endToEndId());
    close(1);
    open("Amt");
    open("InstdAmt");
    xml.writeAttribute("Ccy", "CNY");
    xml.writeCharacters(order.amount().toString());
    close(2);
    open("CdtrAgt");
    open("FinInstnId");
    open("ClrSysMmbId");
    leaf("MmbId", order.bankCode());
    close(3);
    open("Cdtr");
    leaf("Nm", order.payeeName());
    close(1);
    account("CdtrAcct", order.payeeAccount());
    open("RmtInf");
    leaf("Ustrd", order.purpose());
    close(2);
  }

  private void account(String element, String number) throws XMLStreamException {
    open(element);
    open("Id");
    open("Othr");
    leaf("Id", number);
    close(3);
  }

  private void open(String element) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, element);
  }

  private void leaf(String element, String text) throws XMLStreamException {
    open(element);
    xml.writeCharacters(writable(text));
    close(1);
  }

  private void close(int elements) throws XMLStreamException {
    for (var i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
  }

  /** XML 1.0 has no way to write most control characters; a name never needs them. */
  private static String writable(String text) {
    var written = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                Character.isISOControl(c)
                        || Character.getType(c) == 19
                        || c >= 0xFFFE && c <= 0xFFFF
                    ? '?'
                    : c)
        .forEach(written::appendCodePoint);
    return written.toString();
  }
}
