/**
 * The account's numbers, read now and then and kept: what they were and not only what they are.
 *
 * @module
 */
import { Schema } from "effect"
import * as Observation from "../../observations/Observation.ts"

/** Numbers of the account. What the platform does not show is absent, never zero. */
export const Facts = Schema.Struct({
  name: Schema.optionalKey(Schema.String),
  followers: Schema.optionalKey(Schema.Int),
  following: Schema.optionalKey(Schema.Int),
  posts: Schema.optionalKey(Schema.Int),
  verified: Schema.optionalKey(Schema.Boolean)
})
/** Numbers of the account. */
export type Facts = typeof Facts.Type

/** The account's numbers, as the platform has told them at a moment. */
export const kind = Observation.define("AccountReading", {
  title: { zh: "账号数据读数", en: "Reading of the account" },
  facts: Facts.fields
})
