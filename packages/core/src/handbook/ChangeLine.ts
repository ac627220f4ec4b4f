/**
 * One line of what an edition says, by which two editions are compared.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"

/** What a change is about. */
export type About =
  | "duty"
  | "standing in"
  | "permission"
  | "role"
  | "approval"
  | "promise"
  | "calendar"
  | "content"
  | "resource"
  | "person"
  | "other"

/** One thing that an edition says. */
export interface Line {
  /** The same in two editions for the same thing. */
  readonly key: string
  readonly about: About
  readonly what: Bilingual
  readonly says: Bilingual | undefined
  /** Equal where the two editions say the same. */
  readonly exactly: string
}
