/**
 * Redeems codes for tills over HTTP, and takes them back: a function from `Request` to `Response` for any server.
 *
 *     POST …  Authorization: Bearer TOKEN  Idempotency-Key: ORDER  {"code": "N56R-X5XH-71RX"}
 *     POST …  Authorization: Bearer TOKEN  Idempotency-Key: ORDER  {"giveBack": {"by": "chen"}}
 *
 * Every till has a token of its own, and is known by it. Shops are told why a code is not redeemed; strangers behind a public till, a form on a website, are
 * told of every code that is not redeemed the same, after the same time, and cancel no order. Codes stand in bodies alone, which nobody logs.
 *
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto"
import { HouseTill, Redemption, type Redemptions } from "@dualops/core/codes"
import type { Bilingual } from "@dualops/core/finding"
import type { ObservationStore } from "@dualops/core/observations"
import type { Writing } from "@dualops/core/operations"
import { Duration, Effect, Option, Redacted, Schema } from "effect"
import * as TillWire from "./TillWire.ts"

/** What the house knows of a till. */
export interface TillOfHouse {
  /** By which it is known, of at least 32 signs, without blanks. */
  readonly token: Redacted.Redacted<string>
  /** Whether strangers use it: then nothing is told but that a code was redeemed, or that it was not. */
  readonly isPublic?: boolean
}

/** What the handler needs to know. */
export interface Options extends HouseTill.Options {
  readonly tills: Readonly<Record<string, TillOfHouse>>
  /** From which address a request comes to a public till: each guesses for itself. Without it all of them guess together. */
  readonly addressOf?: (request: Request) => string | undefined
  /** How long strangers wait for an answer, whatever it is; 300 milliseconds unless it is said. */
  readonly publicWait?: Duration.Input
}

/** Bytes of the largest body that is read. */
const largest = 4_096

/** The handler. */
export const make = (
  options: Options
): Effect.Effect<(request: Request) => Promise<Response>, never, Redemptions | ObservationStore.ObservationStore> =>
  Effect.gen(function* () {
    const known = knownBy(options.tills)
    const tills = yield* HouseTill.make(options)
    const run = Effect.runPromiseWith(yield* Effect.context<never>())
    return (request) => run(Effect.catchCause(answer(options, known, tills, request), broken))
  })

type Known = (sent: string) => readonly [name: string, till: TillOfHouse] | undefined

/** How a till is known by its token: all are compared, whole, whichever it is. */
const knownBy = (tills: Options["tills"]): Known => {
  const all = Object.entries(tills).map(([name, till]) => {
    if (!/^[!-~]{32,1000}$/.test(Redacted.value(till.token))) {
      throw new RangeError(`The token of the till ${name} has to have 32 signs at least, without blanks`)
    }
    return { name: Redemption.TillId.make(name), till, digest: digestOf(Redacted.value(till.token)) }
  })
  if (new Set(all.map(({ digest }) => digest.toString("hex"))).size < all.length) {
    throw new RangeError("Two tills have one token")
  }
  return (sent) => {
    const digest = digestOf(sent)
    const [found] = all.filter((one) => timingSafeEqual(one.digest, digest))
    return found && [found.name, found.till]
  }
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest()

const answer = Effect.fn("TillHandler.answer")(function* (
  { addressOf, publicWait = "300 millis" }: Options,
  known: Known,
  tills: HouseTill.Tills,
  request: Request
) {
  if (request.method !== "POST") return problem(405, "OnlyPost", onlyPost, { allow: "POST" })
  const [, token = ""] = /^Bearer ([!-~]{1,1000})$/i.exec(request.headers.get("authorization") ?? "") ?? []
  const found = known(token)
  if (found === undefined) return problem(401, "NotLetIn", notLetIn, { "www-authenticate": "Bearer" })
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return problem(415, "NoJson", noJson)
  const key = readKey(request.headers.get("idempotency-key") ?? "")
  if (Option.isNone(key)) return problem(400, "NoKey", noKey)
  const text = yield* Effect.promise(() => bodyOf(request))
  if (text === undefined) return problem(413, "TooLarge", tooLarge)
  const body = readBody(text)
  if (Option.isNone(body)) return problem(400, "BadBody", badBody)
  const [name, { isPublic = false }] = found
  const till = tills(name, isPublic ? addressOf?.(request) : undefined)
  if ("giveBack" in body.value) {
    if (isPublic) return problem(403, "NotForStrangers", notForStrangers)
    return yield* answered(till.giveBack({ ...body.value.giveBack, key: key.value }), returned, "given back")
  }
  const claim = { ...body.value, key: key.value }
  const redeemed = answered(till.redeem(claim), (told) => written(told, isPublic), "redeemed")
  if (!isPublic) return yield* redeemed
  const [response] = yield* Effect.all([redeemed, Effect.sleep(publicWait)], { concurrency: 2 })
  return response
})

const answered = <Told>(
  told: Effect.Effect<Told, Writing.Failure>,
  onSuccess: (told: Told) => Response,
  asked: string
): Effect.Effect<Response> =>
  Effect.matchEffect(told, {
    onSuccess: (told) => Effect.succeed(onSuccess(told)),
    onFailure: (failure) =>
      // Of guesses nothing is logged: whoever guesses could fill every disk.
      failure._tag === "Writing.TryLater"
        ? Effect.succeed(failed(failure))
        : Effect.as(Effect.logWarning(`A code was not ${asked} (${failure.code})`), failed(failure))
  })

const readKey = Schema.decodeUnknownOption(TillWire.Key)
const readBody = Schema.decodeUnknownOption(Schema.fromJsonString(TillWire.Body))
const write = Schema.encodeSync(TillWire.Answered)
const writeReturned = Schema.encodeSync(TillWire.Returned)

/** The text of a body; nothing where it is larger than any till sends, or breaks off. */
const bodyOf = async (request: Request): Promise<string | undefined> => {
  const decoder = new TextDecoder()
  let [text, size] = ["", 0]
  try {
    for await (const piece of request.body ?? []) {
      size += piece.length
      if (size > largest) return undefined
      text += decoder.decode(piece, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}

const written = (told: Redemption.Told, isPublic: boolean): Response => {
  const isClosed = isPublic && told._tag !== "Redeemed" && told._tag !== "Misread" && told._tag !== "OtherClaim"
  const answer: Redemption.Told = isClosed ? { _tag: "Unknown" } : told
  const said = isClosed ? notRedeemed : Redemption.said(answer)
  const status = TillWire.statusOf(answer)
  const body = write({ answer, said })
  return status === 200
    ? Response.json(body, { status, headers })
    : problem(status, isClosed ? "NotRedeemed" : answer._tag, said, {}, body)
}

const returned = (answer: Redemption.Returned): Response =>
  Response.json(writeReturned({ answer, said: Redemption.said(answer) }), { status: 200, headers })

const failed = (failure: Writing.Failure): Response => {
  if (failure._tag !== "Writing.TryLater") return problem(503, "NotNow", notNow, { "retry-after": "1" })
  const seconds = Math.max(1, Math.ceil(Duration.toSeconds(failure.after ?? Duration.seconds(60))))
  return problem(429, "TooMany", tooMany, { "retry-after": String(seconds) })
}

/** What broke is for the log; a till asks again under its key. */
const broken = (cause: unknown) =>
  Effect.as(
    Effect.logError("A till could not be answered", cause),
    problem(503, "NotNow", notNow, { "retry-after": "1" })
  )

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" }

const problem = (
  status: number,
  title: string,
  said: Bilingual.Bilingual,
  more: Readonly<Record<string, string>> = {},
  body: object = { said }
): Response =>
  Response.json(
    { type: `urn:dualops:Codes.${title}`, title, status, detail: said.en, ...body },
    { status, headers: { ...headers, ...more, "content-type": "application/problem+json" } }
  )

const onlyPost = { zh: "只接受 POST 请求。", en: "Codes are redeemed by POST." }
const notLetIn = { zh: "收银端的令牌不对。", en: "No till has that token." }
const noJson = { zh: "请求正文须为 JSON。", en: "The body has to be JSON." }
const noKey = {
  zh: "缺少 Idempotency-Key，或写法不对：每次兑换一个编号，重试时用同一个，最多 100 个字符。",
  en: "Idempotency-Key is missing, or is none: one for each claim, the same at every try, of at most 100 characters."
}
const tooLarge = { zh: "请求太大。", en: "That is too much." }
const badBody = {
  zh: '请求正文须形如 {"code": "…"}；取消订单时须形如 {"giveBack": {}}。',
  en: 'The body has to be like {"code": "…"}, or like {"giveBack": {}} where an order is cancelled.'
}
const notForStrangers = {
  zh: "公开的收银端不能退回兑换码。",
  en: "Behind a public till are strangers, who cancel no order."
}
const notRedeemed = { zh: "这个码无法兑换。", en: "This code cannot be redeemed." }
const tooMany = { zh: "试错次数太多，请稍后再试。", en: "Too many codes were tried; ask again later." }
const notNow = { zh: "暂时无法兑换，请用同一编号重试。", en: "Not now; ask again under the same key." }
