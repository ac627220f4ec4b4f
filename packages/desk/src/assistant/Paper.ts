/**
 * A paper of the house that an assistant may read: its handbook as it is printed, its rules, a hand-over. The house prints it, for the desk knows no handbook.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Handbooks } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import { Effect } from "effect"

/** A paper. */
export interface Paper {
  /** Letters, digits and `-`: a part of its address. */
  readonly name: string
  readonly title: Bilingual.Bilingual
  /** The account of the handbook whose people read it; left out, whoever has a right by any handbook of the house. */
  readonly account?: string
  /** Markdown, asked for whenever somebody reads it. */
  readonly text: Effect.Effect<string>
}

/** Those of the papers that the person reads. */
export const readBy = (papers: ReadonlyArray<Paper>, person: Actor.Person) =>
  Effect.map(Handbooks.seenBy(person), (seen) =>
    papers.filter(({ account }) => seen.some(({ accounts }) => account === undefined || accounts.includes(account)))
  )

/** Where it is read as a resource. */
export const addressOf = ({ name }: Paper): string => `dualops://papers/${name}`
