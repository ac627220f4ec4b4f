/**
 * The name of a post at the platform.
 *
 * @module
 */
import { Schema } from "effect"
import * as Label from "../finding/Label.ts"

/** A post's id at the platform: digits, kept as text because they outgrow a double. */
export const PostId = Schema.NonEmptyString.annotate(Label.of({ zh: "微博编号", en: "post" })).pipe(
  Schema.brand("PostId")
)
/** A post's id at the platform. */
export type PostId = typeof PostId.Type
