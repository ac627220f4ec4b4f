/**
 * The style card: how the account speaks, so that whoever writes tonight sounds like whoever wrote yesterday.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"

/** How the account calls itself: 小编, 我们, a name. What is used elsewhere is avoided here. */
export const FirstPerson = Schema.Struct({ use: Schema.Array(Schema.String), avoid: Schema.Array(Schema.String) })
/** How the account calls itself. */
export type FirstPerson = typeof FirstPerson.Type

/** As many as anybody puts into a post. */
const amount = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 }))

/** Emoji and Weibo's bracketed ones, such as `[哈哈]`. Without a list, every one is allowed. */
export const EmojiHabit = Schema.Struct({
  most: amount,
  allowed: Schema.optionalKey(Schema.Array(Schema.String))
})
/** Emoji and Weibo's bracketed ones, such as `[哈哈]`. */
export type EmojiHabit = typeof EmojiHabit.Type

/** Topics, without their `#`: how many a post has, and which are always there. */
export const TagHabit = Schema.Struct({
  least: amount,
  most: amount,
  always: Schema.Array(Schema.String)
})
/** Topics, without their `#`. */
export type TagHabit = typeof TagHabit.Type

/** A phrase that the account does not use, why, and what it says in its place. */
export const NeverSay = Schema.Struct({
  phrase: Schema.NonEmptyString,
  reason: Bilingual,
  rather: Schema.optionalKey(Schema.String)
})
/** A phrase that the account does not use. */
export type NeverSay = typeof NeverSay.Type

/** How the account speaks. What is left out is free. */
export const StyleCard = Schema.Struct({
  /** Who speaks, in a sentence that a stand-in can follow. */
  persona: Bilingual,
  firstPerson: Schema.optionalKey(FirstPerson),
  /** What every post ends with, links and topics aside. */
  signOff: Schema.optionalKey(Schema.NonEmptyString),
  emoji: Schema.optionalKey(EmojiHabit),
  tags: Schema.optionalKey(TagHabit),
  mustSay: Schema.Array(Schema.NonEmptyString),
  neverSay: Schema.Array(NeverSay)
})
/** How the account speaks. */
export type StyleCard = typeof StyleCard.Type
