/** Tables in files: CSV and XLSX of any usual encoding, read row by row within limits. */
@NullMarked
package org.gonghui.insurance.sheet;

import org.jspecify.annotations.NullMarked;
