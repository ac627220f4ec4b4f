/**
 * The name of a fan at the platform.
 *
 * @module
 */
import { Schema } from "effect"

/** The fan's id at the platform. */
export const FanId = Schema.NonEmptyString.pipe(Schema.brand("FanId"))
/** The fan's id at the platform. */
export type FanId = typeof FanId.Type
