/** Reading roster files: encodings, headers, rows and every fault of each row (参保名册). */
@NullMarked
package org.gonghui.insurance.roster;

import org.jspecify.annotations.NullMarked;
