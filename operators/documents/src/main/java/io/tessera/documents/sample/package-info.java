/**
 * Documents made by formula for demonstrations and tests: no person's data, no licence question.
 */
@NullMarked
package io.tessera.documents.sample;

import org.jspecify.annotations.NullMarked;
