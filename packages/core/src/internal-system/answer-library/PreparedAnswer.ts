/**
 * An answer that was prepared: for which questions, in which words, whose it is, and until when it is said. Whoever answers may cite it, and change its words;
 * one that has ended is cited in no new words.
 *
 * @module
 */
import { DateTime, Record, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"
import { advice } from "../../finding/Nearest.ts"
import { PersonId } from "../../process/Actor.ts"
import type { Called } from "../../process/Reader.ts"

/** The name of a prepared answer. */
export const PreparedAnswerId = Schema.NonEmptyString.annotate(Name.of({ zh: "标准答复", en: "prepared answer" })).pipe(
  Schema.brand("PreparedAnswerId")
)
/** The name of a prepared answer. */
export type PreparedAnswerId = typeof PreparedAnswerId.Type

/** The prepared answers that some words were made of; nothing, where they were made of none. */
export const Cites: Schema.optionalKey<Schema.Codec<ReadonlyArray<PreparedAnswerId>, ReadonlyArray<string>>> =
  Schema.optionalKey(
    Schema.Array(PreparedAnswerId).annotate(Label.of({ zh: "引用的标准答复", en: "prepared answers" }))
  )

/** What is known of a prepared answer where it is cited: whose it is, and from when on it is not said any more. */
export const Prepared = Schema.Struct({ owner: PersonId, until: Moment })

/** The prepared answers of a handbook, as an answer is told of them; there are none, where it is left out. */
export const Library = Schema.optionalKey(Schema.Record(PreparedAnswerId, Prepared))
type Library = { readonly [id: PreparedAnswerId]: typeof Prepared.Type }

/** The prepared answer has ended: its owner says what holds now. */
export class Ended extends Schema.TaggedError<Ended>()("PreparedAnswer.Ended", {
  cited: PreparedAnswerId,
  owner: PersonId,
  until: Moment
}) {
  /** The sentence for people, with the name of whoever answers for it. */
  said(called: Called = (person) => person): Bilingual {
    const owner = called(this.owner)
    return {
      zh: `标准答复「${this.cited}」已失效，请问负责人 ${owner}。`,
      en: `The prepared answer ${this.cited} has ended; ask ${owner}, whose it is, what holds now.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** The handbook has no such prepared answer. */
export class Unknown extends Schema.TaggedError<Unknown>()("PreparedAnswer.Unknown", {
  cited: PreparedAnswerId,
  known: Schema.Array(PreparedAnswerId)
}) {
  get said(): Bilingual {
    const { en, zh } = advice(this.cited, this.known, { zh: "手册里没有标准答复。", en: "It has none." })
    return {
      zh: `手册里没有标准答复「${this.cited}」。${zh}`,
      en: `The handbook has no prepared answer ${this.cited}. ${en}`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Whether all of these may be cited now; the first that may not, otherwise. */
export const citable = (
  { cites = [] }: { readonly cites?: ReadonlyArray<PreparedAnswerId> },
  { library = {} }: { readonly library?: Library },
  at: Moment
): Result.Result<void, Ended | Unknown> => {
  for (const cited of cites) {
    const found = Record.get(library, cited)
    if (found._tag === "None") {
      // The names of a record are its keys.
      return Result.fail(new Unknown({ cited, known: Record.keys(library) as ReadonlyArray<PreparedAnswerId> }))
    }
    const { owner, until } = found.value
    if (DateTime.isGreaterThanOrEqualTo(at, until)) return Result.fail(new Ended({ cited, owner, until }))
  }
  return Result.void
}
