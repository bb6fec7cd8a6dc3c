/** The register of decisions (sổ quyết định), and each decision in it. */
@NullMarked
package vn.dvk.awards.read.decisions;

import org.jspecify.annotations.NullMarked;
