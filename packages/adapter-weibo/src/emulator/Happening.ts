/**
 * What happens in the emulated world. The world is the sum of its happenings, and the journal is their list.
 *
 * @module
 */
import { Schema } from "effect"

const Millis = Schema.Int
const Text = Schema.String

/** A post went out. `sent` is the text as it came, `text` as it is stored. */
export const Posted = Schema.TaggedStruct("Posted", {
  account: Text,
  post: Text,
  text: Text,
  sent: Text,
  pictures: Schema.Int,
  at: Millis
})
/** A post went out. */
export type Posted = typeof Posted.Type

/** Its author deleted a post. */
export const PostDeleted = Schema.TaggedStruct("PostDeleted", { post: Text, at: Millis })

/** Everything that can happen. */
export const Happening = Schema.Union([Posted, PostDeleted])
/** Everything that can happen. */
export type Happening = typeof Happening.Type
