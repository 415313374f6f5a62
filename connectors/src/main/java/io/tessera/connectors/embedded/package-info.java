/** Broker and store inside this process, for everything that runs on one machine. */
@NullMarked
package io.tessera.connectors.embedded;

import org.jspecify.annotations.NullMarked;
