/**
 * Takes the pushes of the fan service: a function from `Request` to `Response` for any server.
 *
 * Weibo signs the timestamp and the nonce with the app's secret, not the body; it wants HTTP 200 within 5 seconds and tries
 * three times; a message has no id. So a signature is good for one body and a few minutes, a message is known by everything
 * that it says, and 200 is answered only when it has been handled: what failed or is not done yet comes again. A reply that was made too
 * late for one delivery is given to the next, once.
 * Source: the fan-service pages.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { type FanMessage, Inbox, type PrivateMessages } from "@dualops/core/interaction"
import type { EventLog, StoreUnavailable } from "@dualops/core/operations"
import { DateTime, Duration, Effect, Exit, Fiber, Redacted } from "effect"
import { verify } from "./PushSignature.ts"
import { toWire } from "./WeiboPrivateMessages.ts"
import * as WeiboPush from "./WeiboPush.ts"

/** What the handler needs to know. */
export interface Options<R> {
  /** The secret of the app that is entered in the account's developer mode. */
  readonly secret: Redacted.Redacted
  /**
   * Handles a message, and may answer it at once. A program that dies between handling and saying so gets the message again: the
   * key is the same then.
   */
  readonly handle: (
    message: FanMessage.FanMessage,
    key: string
  ) => Effect.Effect<PrivateMessages.Message | undefined, unknown, R>
  /** How old a signature may be, and how far ahead; 5 minutes unless told. */
  readonly window?: Duration.Input
  /**
   * How long a message that was handled is known again; a week unless told, and never less than a signature is good for. Weibo comes three times,
   * within seconds; nobody who pushes is known to come again for longer than three days (Stripe: https://docs.stripe.com/webhooks).
   */
  readonly remembers?: Duration.Input
  /** When to give up waiting and let Weibo come again; 4 seconds unless told, for it waits 5. `handle` itself goes on. */
  readonly timeout?: Duration.Input
}

/** Bytes of the largest push that is read. */
const largest = 64 * 1024

/**
 * The handler. It refuses with 405 what is neither GET nor POST, with 403 what is not signed, stale or replayed, with 413 what is too
 * large, with 400 what is no push, and with 503 what broke off and may come again; the log says of each why, and nothing that a stranger wrote but a piece of a signed body.
 */
export const make = <R>(
  options: Options<R>
): Effect.Effect<(request: Request) => Promise<Response>, never, R | Inbox.Inbox> =>
  Effect.gen(function* () {
    const context = yield* Effect.context<R | Inbox.Inbox>()
    const run = Effect.runPromiseWith(context)
    const duration = options.timeout ?? "4 seconds"
    return (request) =>
      run(
        Effect.timeoutOrElse(answer(options, request), {
          duration,
          orElse: () =>
            Effect.as(Effect.logWarning("A push was not handled in time; Weibo comes three times"), say(503))
        })
      )
  })

const answer = Effect.fn("WeiboPushHandler.answer")(function* <R>(options: Options<R>, request: Request) {
  if (request.method !== "GET" && request.method !== "POST") return yield* refuse(405, "it was neither GET nor POST")
  const { searchParams } = new URL(request.url)
  const [timestamp = "", nonce = "", signature = ""] = ["timestamp", "nonce", "signature"].map(
    (name) => searchParams.get(name) ?? ""
  )
  const at = yield* DateTime.now
  const window = Duration.toMillis(options.window ?? "5 minutes")
  if (!verify(Redacted.value(options.secret), timestamp, nonce, signature)) {
    return yield* refuse(403, "it was not signed with the app's secret")
  }
  const age = DateTime.toEpochMillis(at) - toMillis(timestamp)
  // What is no moment is no number, and that is never within the window.
  if (!(Math.abs(age) <= window))
    return yield* refuse(403, "its signature was too old, or too far ahead", { milliseconds: age })
  if (request.method === "GET") return say(200, searchParams.get("echostr") ?? "")

  const body = yield* Effect.promise((signal) => bodyOf(request, signal))
  if (body === 413) return yield* refuse(413, `it was larger than ${largest} bytes`)
  if (body === 503) return yield* refuse(503, "its body broke off, and it has to come again")
  const until = DateTime.addDuration(at, Duration.millis(2 * window))
  const remembered = DateTime.addDuration(at, options.remembers ?? "7 days")
  // Whoever waits may give up; what has begun goes on, and is known when Weibo comes again.
  const taking = yield* Effect.forkDetach(
    Effect.catch(
      take(
        options,
        { signature: signature.toLowerCase(), until, remembered: DateTime.max(until, remembered) },
        body,
        at
      ),
      unavailable
    )
  )
  const taken = yield* Fiber.join(taking)
  return taken instanceof Response ? taken : yield* Effect.catch(replyOnce(taken, at, until), unavailable)
})

/** The text of a request, or what is answered where there is none: what is too large is read no further, and of what breaks off nothing is known. */
const bodyOf = async (request: Request, signal: AbortSignal): Promise<string | 413 | 503> => {
  const reader = request.body?.getReader()
  if (reader === undefined) return ""
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener("abort", stop)
  const decoder = new TextDecoder()
  let [text, size] = ["", 0]
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length
      if (size > largest) {
        stop()
        return 413
      }
      text += decoder.decode(piece.value, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return 503
  }
}

/** Without the inbox nobody knows whether a message was handled: Weibo comes again. */
const unavailable = (cause: StoreUnavailable | EventLog.Unstorable) => Effect.as(Effect.logError(cause), say(503))

/** The official vector is in milliseconds; ten digits would be seconds. */
const toMillis = (timestamp: string): number => {
  if (!/^(\d{10}|\d{13})$/.test(timestamp)) return Number.NaN
  return timestamp.length === 10 ? Number(timestamp) * 1000 : Number(timestamp)
}

/** What is remembered of a push, and how long. */
interface Taking {
  readonly signature: string
  /** When its signature is good no more. */
  readonly until: DateTime.Utc
  /** When its message is known no more. */
  readonly remembered: DateTime.Utc
}

const take = Effect.fnUntraced(function* <R>(
  options: Options<R>,
  { remembered, signature, until }: Taking,
  body: string,
  at: DateTime.Utc
) {
  const message = WeiboPush.read(body)
  if (message === undefined) {
    return yield* refuse(400, "it was signed and could not be read", { body: body.slice(0, 200) })
  }
  const inbox = yield* Inbox.Inbox
  // Only now: a body that has suffered on its way must not bar the whole one. Not the timestamp and the nonce: the same digits, divided
  // otherwise between the two, have the same signature.
  const first = yield* inbox.first(`signature ${signature}`, digest(body), at, until)
  if (first !== digest(body)) return yield* refuse(403, "its signature had come before, with another body")
  const key = keyOf(message)
  const turn = yield* inbox.claim(key, at, DateTime.addDuration(at, "5 minutes"))
  if (turn === "busy") return say(503)
  if (turn === "done") return key
  const handled = yield* options.handle(message, key).pipe(
    Effect.tap((reply) =>
      reply === undefined
        ? Effect.void
        : Effect.asVoid(inbox.first(`reply ${key}`, passiveReply(message, reply), at, until))
    ),
    Effect.tap(() => inbox.done(key, remembered)),
    Effect.onError((cause) =>
      Effect.andThen(Effect.logError("A push could not be handled", cause), Effect.ignore(inbox.release(key)))
    ),
    Effect.exit
  )
  return Exit.isFailure(handled) ? say(503) : key
})

/** The reply to a message that was handled, if there is one and nobody has taken it yet: who waited for it may have given up. */
const replyOnce = Effect.fnUntraced(function* (key: string, at: DateTime.Utc, until: DateTime.Utc) {
  const inbox = yield* Inbox.Inbox
  const reply = yield* inbox.first(`reply ${key}`, "", at, until)
  if (reply === "") return say(200)
  const turn = yield* inbox.claim(`replied ${key}`, at, until)
  return turn === "yours" ? say(200, reply) : say(200)
})

/** The same for the same message, however often and in whatever order of fields it is delivered. */
export const keyOf = (message: FanMessage.FanMessage): string => {
  const { at, ...rest } = message
  const fields = Object.entries({ ...rest, at: DateTime.formatIso(at) }).sort(([one], [two]) => (one < two ? -1 : 1))
  return `push ${digest(JSON.stringify(fields))}`
}

/** A reply in the answer to a push: sender and receiver change places. */
const passiveReply = ({ account, fan }: FanMessage.FanMessage, reply: PrivateMessages.Message): string => {
  const { type, data } = toWire(reply)
  return JSON.stringify({
    result: true,
    sender_id: account,
    receiver_id: fan,
    type,
    data: encodeURIComponent(data)
  })
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex")

/** A push that is refused is refused aloud: a wrong secret or a wrong clock loses what fans write, and looks like silence. */
const refuse = (status: number, reason: string, facts: Readonly<Record<string, unknown>> = {}) =>
  Effect.as(Effect.logWarning(`A push was refused: ${reason}`, facts), say(status))

/** Never anything that a browser would run, whatever it echoes. */
const say = (status: number, body = ""): Response =>
  new Response(body, {
    status,
    headers: {
      "content-type": body.startsWith("{") ? "application/json" : "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      ...(status === 405 && { allow: "GET, POST" })
    }
  })
