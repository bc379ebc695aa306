/** Members and their sessions on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.member;

import org.jspecify.annotations.NullMarked;
