package org.gonghui.kit.json;

import org.jspecify.annotations.Nullable;

/** Which characters a text from outside may hold. */
public final class Characters {
  private Characters() {}

  /** The code of the first thing wrong with a text, or null when it is clean. */
  public static @Nullable String faultOf(CharSequence text, int longest) {
    if (text.length() > longest) {
      return "TEXT_TOO_LONG";
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "LONE_SURROGATE";
      } else if (isControl(c)) {
        return "CONTROL_CHARACTER";
      }
    }
    return null;
  }

  /** Line breaks and tabs are text; other controls, and marks that turn the reading, are not. */
  private static boolean isControl(char c) {
    return switch (c) {
      case '\n', '\r', '\t' -> false;
      case '\uFFFE', '\uFFFF' -> true;
      default ->
          Character.isISOControl(c)
              || (c >= '\u202A' && c <= '\u202E')
              || (c >= '\u2066' && c <= '\u2069');
    };
  }
}
