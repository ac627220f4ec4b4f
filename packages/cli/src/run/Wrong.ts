/**
 * What is wrong with what a house is started with.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"

/** What is wrong at a place of the settings, and what mends it. */
export interface Wrong {
  readonly path: string
  readonly message: Bilingual.Bilingual
  readonly fix: Bilingual.Bilingual
}
