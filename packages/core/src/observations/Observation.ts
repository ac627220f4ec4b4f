/**
 * What is heard or counted outside: a mention, a reading of a count, a follow, an entry of a draw, a redemption, a visit. It is no event of a case:
 * nobody decided it, and nothing is refused. A kind of it is a value, declared by whoever needs one:
 *
 *     const Mention = Observation.define("Mention", {
 *       title: { zh: "提及", en: "Mention" },
 *       facts: { post: MentionedPost, followers: Schema.Int },
 *       personal: { fan: FanId, text: Schema.String }
 *     })
 *
 * Facts stay; what is said of people stands apart, and can be erased by the fan whose it is. Ids in the facts that are a {@link Tag} are what the
 * observation is found by.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../account/AccountId.ts"
import * as FanId from "../account/FanId.ts"
import * as Tag from "../account/Tag.ts"
import { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"

/** A kind of observation. */
export interface Kind<Name extends string, Facts, Personal> {
  readonly name: Name
  readonly title: Bilingual
  readonly facts: Schema.Codec<Facts, Schema.Json>
  /** What is said of people; nothing where nothing is. */
  readonly personal: Schema.Codec<Personal, Schema.Json> | undefined
  /** The whole, as it comes from outside. */
  readonly schema: Schema.Codec<Observation<Facts, Personal>, Schema.Json>
  /** What the observation is about, besides its account. */
  readonly tagsOf: (facts: unknown) => ReadonlyArray<string>
  /** Whose the personal data are: every fan whose id stands in them. */
  readonly personsOf: (personal: unknown) => ReadonlyArray<string>
  /**
   * The kind by which one of these is taken back: one of the same account, key and moment, with the same facts among its own. What is taken back stays, and is
   * neither counted nor read in pages any more.
   */
  readonly takenBackBy: AnyKind | undefined
}

/** Any kind of observation. */
export type AnyKind = Kind<string, unknown, unknown>

/** One observation, to be recorded. */
export interface Observation<Facts, Personal> {
  readonly account: AccountId
  /**
   * The same whenever, and by whichever way, the same thing is heard of again. What came first under a key stands: a count that is read every hour
   * has the hour in its key. One that names a fan of `personal` is kept as a digest.
   */
  readonly key: string
  /** When it happened, or was counted; not when it was heard of. */
  readonly at: Moment
  /** Where it was heard: `mentions`, `push`, a file. Names nobody. */
  readonly source: string
  readonly facts: Facts
  /** Absent where it is not known whose it is. */
  readonly personal?: Personal | undefined
}

/** An observation that was recorded. */
export interface Recorded<Name extends string, Facts, Personal> extends Observation<Facts, Personal> {
  readonly kind: Name
  readonly tags: ReadonlyArray<string>
  readonly position: number
}

/** What recording a kind takes. */
export type ObservationOf<K extends AnyKind> = Observation<FactsOf<K>, PersonalOf<K>>
/** What reading a kind gives; of several kinds, one by its `kind`. */
export type RecordedOf<K extends AnyKind> =
  K extends Kind<infer Name, infer Facts, infer Personal> ? Recorded<Name, Facts, Personal> : never
type FactsOf<K extends AnyKind> = K["facts"]["Type"]
type PersonalOf<K extends AnyKind> = NonNullable<K["personal"]>["Type"]

/** Fields that need no service to be read or written. */
type Fields = Readonly<Record<string, Schema.Codec<unknown, unknown>>>

/**
 * Declares a kind. A mistake in the declaration is thrown: a fan's id among the facts, which would stay when the fan is erased, and personal data in
 * which no `FanId` stands, which nobody could have erased.
 */
export const define = <const Name extends string, Facts extends Fields, Personal extends Fields = never>(
  name: Name,
  declaration: {
    readonly title: Bilingual
    readonly facts: Facts
    readonly personal?: Personal
    readonly takenBackBy?: AnyKind
  }
): Kind<Name, Schema.Struct<Facts>["Type"], [Personal] extends [never] ? never : Schema.Struct<Personal>["Type"]> => {
  const facts = Schema.Struct(declaration.facts)
  const personal = declaration.personal && Schema.Struct(declaration.personal as Fields)
  const tagsIn = Tag.idsIn(facts)
  const personsIn = personal && Tag.idsIn(personal, FanId.kind)
  if (Tag.idsIn(facts, FanId.kind))
    throw new Error(`${name} has a fan's id among its facts: it belongs to \`personal\``)
  if (personal && !personsIn)
    throw new Error(`${name} has personal data, and no FanId in them that says whose they are`)
  const envelope = { account: AccountId, key: Schema.NonEmptyString, at: Moment, source: Schema.NonEmptyString, facts }
  const schema = Schema.Struct(personal ? { ...envelope, personal: Schema.optionalKey(personal) } : envelope)
  return {
    name,
    title: declaration.title,
    facts: Schema.toCodecJson(facts),
    // `Personal` is what `personal` was made of, where there is one: the compiler cannot tell what a conditional type comes to here.
    personal: (personal && Schema.toCodecJson(personal)) as never,
    // The same, and the facts with it.
    schema: Schema.toCodecJson(schema) as never,
    tagsOf: (value) => unique(tagsIn?.(value).map(({ id, kind }) => Tag.of(kind, id))),
    personsOf: (value) => unique(personsIn?.(value).map(({ id }) => id)),
    takenBackBy: declaration.takenBackBy
  }
}

const unique = (names: ReadonlyArray<string> = []): ReadonlyArray<string> =>
  names.length < 2 ? names : [...new Set(names)]
