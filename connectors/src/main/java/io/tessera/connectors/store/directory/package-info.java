/** Object storage on a directory, for one machine. */
@NullMarked
package io.tessera.connectors.store.directory;

import org.jspecify.annotations.NullMarked;
