package org.gonghui.insurance.sheet;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, as often as they are needed. */
@FunctionalInterface
public interface Content {
  InputStream open() throws IOException;
}
