package org.gonghui.insurance.bank;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;
import static org.gonghui.insurance.bank.BankProblems.XML_NOT_PLAIN;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks an XML file element by element; whatever could reach outside of the file is refused. */
public final class XmlCursor {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 1000;
  private static final XMLInputFactory FACTORY = factory();

  /** Told of every element: where its text is known, and where it ends. */
  public interface Listener {
    /** The path such as {@code Document/BkToCstmrStmt/Stmt}, without namespaces. */
    void starts(String path, XmlCursor at);

    void ends(String path, String text, XmlCursor at);
  }

  private final XMLStreamReader reader;
  private final Deque<StringBuilder> texts = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();

  private XmlCursor(XMLStreamReader reader) {
    this.reader = reader;
  }

  public static void walk(InputStream in, Listener listener) {
    try {
      new XmlCursor(FACTORY.createXMLStreamReader(in, "UTF-8")).walk(listener);
    } catch (XMLStreamException _) {
      throw BANK_FILE_INVALID.because("the file is not well-formed XML in UTF-8");
    }
  }

  public long line() {
    return reader.getLocation().getLineNumber();
  }

  public String attribute(String name) {
    var value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void walk(Listener listener) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw XML_NOT_PLAIN.because("leave out the document type and its entities");
        case XMLStreamConstants.START_ELEMENT -> start(listener);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append();
        case XMLStreamConstants.END_ELEMENT -> end(listener);
        default -> {
          // comments, spaces and instructions say nothing
        }
      }
    }
  }

  private void start(Listener listener) {
    if (names.size() == MAX_DEPTH) {
      throw BANK_FILE_INVALID.because("the XML is nested more than %d deep", MAX_DEPTH);
    }
    names.addLast(reader.getLocalName());
    texts.addLast(new StringBuilder());
    listener.starts(path(), this);
  }

  private void append() {
    var text = texts.getLast();
    if (text.length() + reader.getTextLength() > MAX_TEXT && !reader.isWhiteSpace()) {
      throw BANK_FILE_INVALID.because("line %d: a text is too long", line());
    }
    if (text.length() < MAX_TEXT) {
      text.append(reader.getText());
    }
  }

  private void end(Listener listener) {
    var path = path();
    names.removeLast();
    listener.ends(path, texts.removeLast().toString().strip(), this);
  }

  private String path() {
    var path = new StringBuilder();
    for (Iterator<String> name = names.iterator(); name.hasNext(); ) {
      path.append(name.next()).append(name.hasNext() ? "/" : "");
    }
    return path.toString();
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw XML_NOT_PLAIN.because("the file refers to something outside of it");
        });
    return factory;
  }
}
