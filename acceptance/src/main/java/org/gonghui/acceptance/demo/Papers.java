package org.gonghui.acceptance.demo;

import java.nio.charset.StandardCharsets;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Multipart;

/** The papers that people bring: small PDFs that say what they are. */
final class Papers {
  private final Stage stage;

  Papers(Stage stage) {
    this.stage = stage;
  }

  void bring(String claimPath, String key, String... kinds) {
    for (var kind : kinds) {
      var pdf = "%PDF-1.4\n% " + kind + "\n%%EOF\n";
      var form =
          new Multipart()
              .field("kind", kind)
              .file(
                  "file",
                  kind.toLowerCase(java.util.Locale.ROOT) + ".pdf",
                  "application/pdf",
                  pdf.getBytes(StandardCharsets.UTF_8));
      var _ =
          stage
              .gateway()
              .require(
                  Call.post(Caller.CITY_OFFICER, Stage.API + claimPath + "/documents")
                      .once(stage.keyed(key + "-" + kind))
                      .form(form));
    }
  }
}
