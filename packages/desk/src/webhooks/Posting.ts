/**
 * Sends a message to where a subscription listens: once, to that very address, and reads of the answer its head alone.
 *
 * @module
 */
import { type IncomingMessage, request as plain } from "node:http"
import { request as secure } from "node:https"
import { isIP } from "node:net"
import { Duration, Effect, Schema } from "effect"
import * as Outward from "./Outward.ts"
import { isHere, type Subscription } from "./Subscription.ts"

/** The message was not taken. */
export class NotTaken extends Schema.TaggedError<NotTaken>()("Webhooks.NotTaken", {
  why: Schema.String,
  /** The receiver says that it wants no more, ever (410). */
  isGone: Schema.Boolean,
  /** How long it asks to be left alone, in seconds. */
  after: Schema.optionalKey(Schema.Finite)
}) {
  override get message() {
    return `The message was not taken: ${this.why}.`
  }
}

/** Whoever needs longer than that has not taken it. */
const longest = Duration.seconds(15)

/** Sends a body. Whatever is answered beside 2xx is a failure, a redirection as well: nobody but the settings says where the house sends to. */
export const post = (
  { mayBePrivate = false, url }: Pick<Subscription, "mayBePrivate" | "url">,
  headers: Readonly<Record<string, string>>,
  body: string
): Effect.Effect<void, NotTaken> => {
  const at = new URL(url)
  const host = at.hostname.replace(/^\[|\]$/g, "")
  const isFree = mayBePrivate || isHere(url)
  if (!isFree && isIP(host) !== 0 && !Outward.isOutside(host))
    return Effect.fail(failed(`${host} is not of the internet`))
  const send = at.protocol === "https:" ? secure : plain
  const answer = Effect.callback<IncomingMessage, NotTaken>((resume) => {
    const sent = send(at, {
      method: "POST",
      agent: false,
      headers: { ...headers, "content-length": Buffer.byteLength(body), "user-agent": "dualops" },
      maxHeaderSize: 16_384,
      ...(!isFree && { lookup: Outward.lookUp })
    })
    sent.on("error", (error) => resume(Effect.fail(failed(error.message))))
    // What stands in the body is of no interest, however long it is.
    sent.on("response", (head) => resume(Effect.succeed(head.destroy())))
    sent.end(body)
    return Effect.sync(() => void sent.destroy())
  })
  return answer.pipe(
    Effect.timeoutOrElse({ duration: longest, orElse: () => Effect.fail(failed("no answer in time")) }),
    Effect.flatMap(({ headers: { "retry-after": after }, statusCode = 0 }) => {
      if (statusCode >= 200 && statusCode < 300) return Effect.void
      const seconds = /^\d{1,7}$/.test(after ?? "") ? { after: Number(after) } : {}
      return Effect.fail(new NotTaken({ why: `the answer is ${statusCode}`, isGone: statusCode === 410, ...seconds }))
    })
  )
}

const failed = (why: string) => new NotTaken({ why, isGone: false })
