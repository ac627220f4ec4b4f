/**
 * The pages over HTTP: who asks, for what; what is shown, and what is sent. Nothing changes by looking.
 *
 * @module
 */
import { Handbooks, type StoreUnavailable } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { DateTime, Effect, Option } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { Door, type Visitor } from "../door/Door.ts"
import * as FromHere from "../door/FromHere.ts"
import * as Following from "../follow/Following.ts"
import type { Moves } from "../follow/Moves.ts"
import type { House, Needs } from "../house/House.ts"
import * as Served from "../picture/Served.ts"
import * as Address from "./Address.ts"
import * as Brought from "./Brought.ts"
import * as CasePage from "./CasePage.ts"
import * as DeskPage from "./DeskPage.ts"
import * as Frame from "./Frame.ts"
import * as HouseFile from "./HouseFile.ts"
import * as HouseScreen from "./HouseScreen.ts"
import * as RecordPage from "./RecordPage.ts"
import * as Refused from "./Refused.ts"
import * as Screen from "./Screen.ts"
import * as SearchPage from "./SearchPage.ts"
import * as Sending from "./Sending.ts"
import * as SeveralPage from "./SeveralPage.ts"
import * as StepPage from "./StepPage.ts"
import type { Visit } from "./Visit.ts"

/** Answers a request for a page, whatever it is. */
export const answer = (
  house: House,
  moves: Moves,
  request: HttpServerRequest.HttpServerRequest
): Effect.Effect<HttpServerResponse.HttpServerResponse, never, Door | Needs> =>
  Effect.flatMap(Door, (door) => door.of(request)).pipe(
    Effect.flatMap((visitor) => answerTo(house, moves, request, visitor)),
    Effect.catchTag("Door.NotLetIn", ({ message }) => Effect.as(Effect.logInfo(message), notLetIn)),
    Effect.catchTag("StoreUnavailable", (why) => Effect.as(Effect.logError(why.message), unavailable)),
    Effect.catchDefect((defect) => Effect.as(Effect.logError("A page could not be shown", defect), broken))
  )

const answerTo = Effect.fnUntraced(function* (
  house: House,
  moves: Moves,
  request: HttpServerRequest.HttpServerRequest,
  { person, signOut }: Visitor
): Effect.fn.Return<HttpServerResponse.HttpServerResponse, StoreUnavailable, Needs> {
  const url = Option.getOrElse(HttpServerRequest.toURL(request), () => new URL("http://localhost/"))
  const isRead = request.method === "GET" || request.method === "HEAD"
  if (isRead && (url.pathname === house.base || url.pathname === `${house.base}/`)) return atTheDoor(house, request)
  if (isRead && url.pathname === `${house.base}/events`) {
    const since = Number(request.headers["last-event-id"] ?? url.searchParams.get("since"))
    const who = acting(person, url.searchParams.get("as") ?? undefined)
    return yield* Following.answer(
      house,
      moves,
      who,
      Number.isSafeInteger(since) && since >= 0 ? since : yield* moves.end
    )
  }
  if (isRead && url.pathname.startsWith(`${house.base}${Served.path}`))
    return yield* Served.answer(house, person.person, url.pathname.slice(house.base.length + Served.path.length))
  const found = Address.read(house.base, url.pathname)
  const address = found ?? { language: languageOf(request), inPlaceOf: undefined, page: { at: "desk" } as const }
  const who = acting(person, address.inPlaceOf)
  const seen = yield* Handbooks.seenBy(who)
  const [today] = seen
  const visit: Visit = {
    house,
    address,
    asked: isRead ? [...url.searchParams] : [],
    person: who,
    ...(signOut !== undefined && { signOut }),
    pages: house.pages.filter(({ account }) => seen.some(({ accounts }) => accounts.includes(account))),
    called: today?.called ?? ((name) => name),
    names: (named) => [...new Set(seen.flatMap((one) => one.names?.(named) ?? []))],
    at: yield* DateTime.now,
    since: yield* moves.end
  }
  if (found === undefined) return Frame.answer(visit, Screen.notFound)
  const { page } = found
  if (isRead && page.at === "file")
    return (yield* HouseFile.answer(visit, page)) ?? Frame.answer(visit, Screen.notFound)
  if (isRead) return Frame.answer(visit, yield* shown(visit, url))
  if (request.method !== "POST")
    return HttpServerResponse.text("405", { status: 405, headers: { allow: "GET, HEAD, POST" } })
  return yield* sent(visit, request)
})

const shown = (visit: Visit, url: URL): Effect.Effect<Screen.Screen, StoreUnavailable, Needs> => {
  const { page } = visit.address
  switch (page.at) {
    case "desk":
      return DeskPage.of(visit)
    case "search":
      return SearchPage.of(visit, url.searchParams.get("q") ?? "", url.searchParams.get("before"))
    case "case":
      return CasePage.of(visit, page)
    case "several":
      return SeveralPage.of(visit, page)
    case "record":
      return RecordPage.of(visit)
    case "house":
      return HouseScreen.of(visit, page, url.searchParams)
    case "file":
      return Effect.succeed(Screen.notFound)
    case "step":
    case "begin": {
      const told = Brought.opened(visit, page, url.searchParams)
      return StepPage.of(visit, page, { ...StepPage.opened(), told, isOpened: true })
    }
  }
}

const sent = Effect.fnUntraced(function* (visit: Visit, request: HttpServerRequest.HttpServerRequest) {
  const { house } = visit
  const { page } = visit.address
  if (page.at !== "step" && page.at !== "begin" && page.at !== "several")
    return HttpServerResponse.text("405", { status: 405, headers: { allow: "GET, HEAD" } })
  if (FromHere.isFromElsewhere(request.headers, house.origin)) {
    return Frame.answer(visit, {
      ...Screen.of(nothingSent, []),
      status: 403,
      notice: Refused.oldForm
    })
  }
  const brought = yield* Brought.of(visit, page, request)
  if ("status" in brought)
    return brought.status === 415
      ? HttpServerResponse.text("415", { status: 415 })
      : Frame.answer(visit, { ...Screen.of(nothingSent, []), ...brought })
  if (page.at === "several") return Frame.answer(visit, yield* SeveralPage.take(visit, page, brought))
  const outcome = yield* Sending.take(visit, page, brought)
  return "goTo" in outcome
    ? HttpServerResponse.redirect(outcome.goTo, { status: 303, headers: { "cache-control": "no-store" } })
    : Frame.answer(visit, outcome.screen)
})

const nothingSent = { zh: "没有提交", en: "Nothing was sent" }

/** Whose place the address says, unless the door has said it. */
const acting = (person: Actor.Person, inPlaceOf: string | undefined): Actor.Person =>
  inPlaceOf === undefined || inPlaceOf === "" || person.onBehalfOf !== undefined
    ? person
    : Actor.inPlaceOf(person.person, inPlaceOf)

/** The first page, in the language that the browser asks for. */
const atTheDoor = (house: House, request: HttpServerRequest.HttpServerRequest) =>
  HttpServerResponse.redirect(
    Address.write(house.base, { language: languageOf(request), inPlaceOf: undefined, page: { at: "desk" } }),
    { headers: { vary: "accept-language", "cache-control": "no-store" } }
  )

/** Chinese, unless English is asked for first. */
const languageOf = ({ headers }: HttpServerRequest.HttpServerRequest): Address.Address["language"] =>
  /^\s*en\b/i.test(headers["accept-language"] ?? "") ? "en" : "zh"

const plain = (status: number, text: string) =>
  HttpServerResponse.text(text, {
    status,
    headers: { ...Frame.headers, "content-security-policy": "default-src 'none'" }
  })
const notLetIn = plain(401, "请先登录。\nSign in first.\n")
const unavailable = plain(503, "暂时连不上存储，请稍后再试。\nThe store does not answer; try again later.\n")
const broken = plain(500, "出错了，已记录。\nSomething went wrong, and has been noted.\n")
