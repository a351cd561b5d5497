package org.gonghui.insurance.sheet;

import static org.gonghui.insurance.sheet.SheetProblems.ENCODING_UNKNOWN;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In which encoding a text is: a byte order mark, else strict UTF-8, else strict GB18030. */
record TextEncoding(Charset charset, int markLength) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int PIECE = 1 << 16;

  static TextEncoding of(Content content) throws IOException {
    var head = head(content);
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return checked(content, new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (starts(head, 0xFF, 0xFE)) {
      return checked(content, new TextEncoding(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(head, 0xFE, 0xFF)) {
      return checked(content, new TextEncoding(StandardCharsets.UTF_16BE, 2));
    }
    for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      var encoding = new TextEncoding(charset, 0);
      if (encoding.fits(content)) {
        return encoding;
      }
    }
    throw ENCODING_UNKNOWN.because("save it as UTF-8 or GB18030");
  }

  /** A reader that refuses what does not belong to the encoding. */
  Reader reader(InputStream bytes) throws IOException {
    bytes.skipNBytes(markLength);
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static TextEncoding checked(Content content, TextEncoding encoding) throws IOException {
    if (!encoding.fits(content)) {
      throw ENCODING_UNKNOWN.because("it does not keep to its byte order mark");
    }
    return encoding;
  }

  private boolean fits(Content content) throws IOException {
    var piece = new char[PIECE];
    try (var text = reader(content.open())) {
      var read = text.read(piece);
      while (read >= 0) {
        for (var i = 0; i < read; i++) {
          if (piece[i] == 0) {
            return false;
          }
        }
        read = text.read(piece);
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] head(Content content) throws IOException {
    try (var bytes = content.open()) {
      return bytes.readNBytes(3);
    }
  }

  private static boolean starts(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
