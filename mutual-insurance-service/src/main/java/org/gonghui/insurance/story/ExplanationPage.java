package org.gonghui.insurance.story;

import java.util.List;
import java.util.stream.Collectors;

/** An explanation as a page to read and print; every text is escaped. */
final class ExplanationPage {
  private ExplanationPage() {}

  static String of(Explanation explanation, boolean chinese) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body><h1>%s %s</h1>%s<h2>%s</h2>%s
        <p>%s<br><small>%s</small></p></body></html>
        """
        .formatted(
            chinese ? "zh-CN" : "en",
            escaped(explanation.claimNo()),
            chinese ? "互助补助核算说明" : "How your mutual aid was worked out",
            escaped(explanation.claimNo()),
            list(explanation.words()),
            chinese ? "计算过程" : "Step by step",
            list(explanation.steps()),
            chinese ? "条款校验值" : "Checksum of the terms",
            escaped(explanation.termsChecksum() + " / " + explanation.inputsHash()));
  }

  private static String list(List<String> lines) {
    return lines.stream()
        .map(line -> "<li>" + escaped(line) + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
