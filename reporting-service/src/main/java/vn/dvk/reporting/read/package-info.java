/** What the answers to all questions share: filters in addresses, pages of lists, texts, problems of questions. */
@NullMarked
package vn.dvk.reporting.read;

import org.jspecify.annotations.NullMarked;
