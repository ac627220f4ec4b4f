/**
 * A fan: somebody on the platform who is not the account.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "../../process/Tag.ts"

/** The fan's id at the platform. */
export const FanId = Schema.NonEmptyString.annotate(Tag.as("fan")).pipe(Schema.brand("FanId"))
/** The fan's id at the platform. */
export type FanId = typeof FanId.Type

/** A fan as the platform shows one. The name is the fan's own text: escape it before it is printed. */
export const Fan = Schema.Struct({ id: FanId, name: Schema.optionalKey(Schema.String) })
/** A fan as the platform shows one. */
export type Fan = typeof Fan.Type
