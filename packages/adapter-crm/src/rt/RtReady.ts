/**
 * Whether a queue has the fields that a ticket needs. Request Tracker leaves out a field that it does not have, without a word: tickets without their
 * keys would be opened again at every try, so nothing is opened before the fields are there.
 *
 * @module
 */
import { Reading } from "@dualops/core/operations"
import { Effect, Schema } from "effect"
import { decoded } from "../http/Step.ts"
import type { RtApi } from "./RtApi.ts"
import { fields } from "./RtTicket.ts"

const Queue = Schema.Struct({ TicketCustomFields: Schema.Array(Schema.Struct({ name: Schema.String })) })

/** Succeeds where the queue is ready; that is asked until it is. */
export const ready = (api: RtApi, queue: string): Effect.Effect<void, Reading.Failure> => {
  let isReady = false
  return Effect.gen(function* () {
    if (isReady) return
    const path = `/queue/${encodeURIComponent(queue)}`
    const { TicketCustomFields: has } = yield* Effect.flatMap(api.read({ method: "GET", path }), decoded(Queue))
    const lacks = Object.values(fields).filter((name) => !has.some((field) => field.name === name))
    if (lacks.length > 0) {
      const detail = `the queue ${queue} lacks the custom fields ${lacks.join(", ")}, or the robot may not see them`
      return yield* new Reading.NotShown({ code: "not-ready", detail })
    }
    isReady = true
  })
}
