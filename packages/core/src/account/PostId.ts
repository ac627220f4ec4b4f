/**
 * The name of a post at the platform.
 *
 * @module
 */
import { Schema } from "effect"

/** A post's id at the platform: digits, kept as text because they outgrow a double. */
export const PostId = Schema.NonEmptyString.pipe(Schema.brand("PostId"))
/** A post's id at the platform. */
export type PostId = typeof PostId.Type
