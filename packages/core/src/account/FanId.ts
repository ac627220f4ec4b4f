/**
 * The name of a fan at the platform.
 *
 * @module
 */
import { Schema } from "effect"
import * as Label from "../finding/Label.ts"
import * as Tag from "./Tag.ts"

/** What it is the id of. */
export const kind = "fan"

/** The fan's id at the platform. */
export const FanId = Schema.NonEmptyString.annotate({
  ...Tag.as(kind),
  ...Label.of({ zh: "粉丝编号", en: "fan" })
}).pipe(Schema.brand("FanId"))
/** The fan's id at the platform. */
export type FanId = typeof FanId.Type
