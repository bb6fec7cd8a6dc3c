/** What the answers share: filters in addresses, pages of lists, texts, and problems of questions. */
@NullMarked
package vn.dvk.reporting.web;

import org.jspecify.annotations.NullMarked;
