package org.gonghui.local.command;

import java.io.IOException;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.gonghui.local.platform.Checkout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets all local data, keys included. */
@Command(name = "reset", description = "Stop the platform and delete its local data (asks first).")
public final class Reset implements Callable<Integer> {
  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    var checkout = Checkout.current();
    if (!yes && !agreed(checkout)) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    try (var _ = checkout.lock()) {
      Down.stopAll(checkout, true);
      checkout.deleteData();
      System.out.println("All local data are deleted; ./gonghui up starts afresh.");
      return 0;
    }
  }

  private static boolean agreed(Checkout checkout) {
    System.out.printf(
        "This deletes every database, event and key below %s. Type yes to go on: ",
        checkout.state());
    System.out.flush();
    var answers = new Scanner(System.in);
    return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
  }
}
