/**
 * Port: the words of cases, open and over, so that those in which something was said are found however long ago it was.
 *
 * What is kept is a convenience, as with `Snapshots`: whoever deletes it loses nothing that the log does not say. Texts of people outside stand in it as they
 * are read, and not sealed: keep it where the keys are (`PersonalKeys`), and in no backup. What is erased is taken out of it.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { Address } from "../process/Case.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What was said in a case, by the rules of `CaseText.of`. */
export interface Said extends Address {
  readonly text: string
}

/** What has been said since. */
export interface Heard {
  /** Up to which position of the log the texts were kept, as far as whoever keeps them knows. */
  readonly after: number
  readonly position: number
  /** In the order of the log; a case may be among them several times. */
  readonly said: ReadonlyArray<Said>
}

/** A case in which all of the words are, and its place: a greater one the later something was first said in it. */
export interface Found extends Address {
  readonly place: number
}

/** Keeps the words of cases. */
export interface Texts {
  /** Up to which position of the log the words are kept; 0 where there are none. */
  readonly position: Effect.Effect<number, StoreUnavailable>
  /**
   * Adds what was said to what is kept of its cases, all of it or none; answers whether it was kept: not where somebody else has kept another position
   * meanwhile.
   */
  readonly keep: (heard: Heard) => Effect.Effect<boolean, StoreUnavailable>
  /** Puts this in the place of what is kept of the case; nothing happens where nothing is. */
  readonly replace: (said: Said) => Effect.Effect<void, StoreUnavailable>
  /** Forgets everything, the position as well. */
  readonly clear: Effect.Effect<void, StoreUnavailable>
  /**
   * The cases in whose text all of the words are, wherever they stand in it, the latest first, at most so many, before a place where one is said. Of words one
   * at least has two characters (`CaseText.wordsOf`).
   */
  readonly find: (
    words: ReadonlyArray<string>,
    limit: number,
    before?: number
  ) => Effect.Effect<ReadonlyArray<Found>, StoreUnavailable>
}

/** Where the words are kept; where a house keeps none, only open cases are found by them. */
export const CaseTexts: Context.Reference<Texts | undefined> = Context.Reference<Texts | undefined>(
  "@dualops/core/CaseTexts",
  { defaultValue: () => undefined }
)
