/** Who may do what: the table of docs/rights.md, tried out case by case. */
@NullMarked
package dev.moim.bootstrap.rights;

import org.jspecify.annotations.NullMarked;
