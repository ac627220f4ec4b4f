/**
 * A fan: somebody on the platform who is not the account.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Personal from "../../account/Personal.ts"

/** A fan as the platform shows one. The name is the fan's own text: escape it before it is printed. */
export const Fan = Schema.Struct({ id: FanId, name: Schema.optionalKey(Schema.String.annotate(Personal.text)) })
/** A fan as the platform shows one. */
export type Fan = typeof Fan.Type
