/**
 * What happens in the emulated world. The world is the sum of its happenings, and the journal is their list.
 *
 * @module
 */
import { Schema } from "effect"

const Millis = Schema.Int
const Text = Schema.String

/** A post went out, of a brand or of a fan. `sent` is the text as it came, `text` as it is stored. */
export const Posted = Schema.TaggedStruct("Posted", {
  account: Text,
  post: Text,
  text: Text,
  sent: Text,
  pictures: Schema.Int,
  repostOf: Schema.optionalKey(Text),
  at: Millis
})
/** A post went out. */
export type Posted = typeof Posted.Type

/** Its author deleted a post. */
export const PostDeleted = Schema.TaggedStruct("PostDeleted", { post: Text, at: Millis })

/** A comment was written under a post; `answers` is the comment that it replies to. */
export const Commented = Schema.TaggedStruct("Commented", {
  comment: Text,
  mid: Text,
  post: Text,
  by: Text,
  text: Text,
  sent: Text,
  answers: Schema.optionalKey(Text),
  at: Millis
})
/** A comment was written. */
export type Commented = typeof Commented.Type

/** A comment was taken away. */
export const CommentDeleted = Schema.TaggedStruct("CommentDeleted", { comment: Text, at: Millis })

/** A fan began to follow an account. */
export const Followed = Schema.TaggedStruct("Followed", { fan: Text, account: Text, at: Millis })

/** A fan stopped following an account. */
export const Unfollowed = Schema.TaggedStruct("Unfollowed", { fan: Text, account: Text, at: Millis })

/** A fan did something that the fan service pushes to the account: `type` and `data` are those of the push. */
export const Received = Schema.TaggedStruct("Received", {
  account: Text,
  fan: Text,
  type: Text,
  text: Text,
  data: Schema.Record(Text, Text),
  at: Millis
})
/** A fan did something that the fan service pushes. */
export type Received = typeof Received.Type

/** The account wrote to a fan in private: in the answer to a push, or by a call of its own. */
export const Messaged = Schema.TaggedStruct("Messaged", {
  account: Text,
  fan: Text,
  way: Schema.Literals(["passive", "customer"]),
  type: Text,
  data: Text,
  at: Millis
})
/** The account wrote to a fan in private. */
export type Messaged = typeof Messaged.Type

/** Somebody of the account has looked at what is new of one kind. */
export const Looked = Schema.TaggedStruct("Looked", { account: Text, kind: Text, at: Millis })

/** Everything that can happen. */
export const Happening = Schema.Union([
  Posted,
  PostDeleted,
  Commented,
  CommentDeleted,
  Followed,
  Unfollowed,
  Received,
  Messaged,
  Looked
])
/** Everything that can happen. */
export type Happening = typeof Happening.Type
