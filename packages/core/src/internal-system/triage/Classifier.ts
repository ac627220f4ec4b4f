/**
 * Port: what fans' texts are. Whoever triages asks for many at once, and acts on nothing that is not sure.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { Judgement } from "./Judgement.ts"

/** No text could be judged: what judges cannot be reached. The built-in one never fails so. */
export class Unavailable extends Schema.TaggedError<Unavailable>()("Classifier.Unavailable", {
  cause: Schema.Defect()
}) {
  override get message() {
    return `Nothing judges texts now: ${this.cause instanceof Error ? this.cause.message : String(this.cause)}`
  }
}

/** What fans' texts are. */
export class Classifier extends Context.Service<
  Classifier,
  {
    /**
     * One judgement for each text, in the order of the texts. Every text has one: an empty one, one of a megabyte, and one that gives orders.
     * Which texts are judged together makes no difference; what the reasons say stands in the text.
     */
    readonly judge: (texts: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Judgement>, Unavailable>
  }
>()("@dualops/core/Classifier") {}
