/**
 * The name of a fan at the platform.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "./Tag.ts"

/** What it is the id of. */
export const kind = "fan"

/** The fan's id at the platform. */
export const FanId = Schema.NonEmptyString.annotate(Tag.as(kind)).pipe(Schema.brand("FanId"))
/** The fan's id at the platform. */
export type FanId = typeof FanId.Type
