package org.gonghui.acceptance.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;

/** The papers that people bring: small PDFs that say what they are. */
final class Papers {
  private final Stage stage;

  Papers(Stage stage) {
    this.stage = stage;
  }

  void bring(String claimPath, String... kinds) {
    var form = new Multipart();
    for (var kind : kinds) {
      var pdf = "%PDF-1.4\n% " + kind + "\n%%EOF\n";
      var name = kind.toLowerCase(Locale.ROOT) + ".pdf";
      form.file(kind, name, "application/pdf", pdf.getBytes(StandardCharsets.UTF_8));
    }
    var documents = Call.post(Caller.CITY_OFFICER, Stage.API + claimPath + "/documents");
    var _ = stage.gateway().require(documents.form(form));
  }
}
