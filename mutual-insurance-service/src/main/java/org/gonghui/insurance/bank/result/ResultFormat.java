package org.gonghui.insurance.bank.result;

import java.io.InputStream;
import java.util.function.Consumer;

/** The languages of result files. */
public enum ResultFormat {
  GH_RES_1,
  PAIN_002;

  public static ResultFormat of(String mediaType) {
    return mediaType.contains("xml") ? PAIN_002 : GH_RES_1;
  }

  public void read(InputStream in, Consumer<BankAnswer> answers) {
    switch (this) {
      case GH_RES_1 -> GhRes1.read(in, answers);
      case PAIN_002 -> Pain002.read(in, answers);
    }
  }
}
