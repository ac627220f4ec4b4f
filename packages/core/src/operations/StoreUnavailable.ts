/**
 * A store of the house that does not answer.
 *
 * @module
 */
import { Predicate, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"

/** The store cannot be reached, or cannot write; or what it stands on is broken, and will not answer again before a person has mended it. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  cause: Schema.Defect(),
  isBroken: Schema.optionalKey(Schema.Boolean)
}) {
  override get message() {
    const why = this.cause instanceof Error ? this.cause.message : String(this.cause)
    return this.isBroken === true
      ? `The store is broken, and has to be restored from a copy: ${why}`
      : `The store does not answer: ${why}`
  }
  get said(): Bilingual {
    return {
      zh: "暂时连不上存储，请稍后再试。",
      en: "The store does not answer now; try again later."
    }
  }
}

/** Whether it went wrong because a store does not answer. */
export const isUnavailable = (error: unknown): error is StoreUnavailable =>
  Predicate.isTagged(error, "StoreUnavailable")
