/**
 * What another program is told of a step, and the headers by which it knows that the house has told it (Standard Webhooks 1.0).
 *
 * @module
 */
import { createHash, createHmac } from "node:crypto"
import type { EventLog } from "@dualops/core/operations"
import type { DateTime } from "effect"
import { keyOf, type Subscription } from "./Subscription.ts"

/** A message: the same for every attempt. */
export interface Message {
  /** The same step has the same id, however often it is told: by it a receiver knows what it has heard before. */
  readonly id: string
  readonly body: string
}

/** What is told of an event: its type is the step, such as `Complaint.Open`, and `data` has the event as the API hands it out. */
export const of = ({ case: id, event, process, state, version }: EventLog.Entry): Message => ({
  id: `msg_${createHash("sha256")
    .update(JSON.stringify([process, id, version]))
    .digest("hex")
    .slice(0, 32)}`,
  body: JSON.stringify({
    type: `${process}.${stepOf(event)}`,
    timestamp: Reflect.get(Object(event), "at"),
    data: { process, case: id, version, state, event }
  })
})

/** The name of the step that the event is of. */
export const stepOf = (event: unknown): string => String(Reflect.get(Object(event), "step") ?? "")

/** The headers of an attempt, signed by every secret over the very bytes of the body. */
export const headersOf = (
  { body, id }: Message,
  secrets: Subscription["secrets"],
  at: DateTime.Utc
): Record<string, string> => {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  const signatures = secrets.map((secret) => {
    const signed = createHmac("sha256", keyOf(secret) ?? "").update(`${id}.${seconds}.${body}`)
    return `v1,${signed.digest("base64")}`
  })
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
    "content-type": "application/json"
  }
}
