/**
 * A house that runs the house's processes and one of an example, and its desk as a browser and a program see it.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { HousePages } from "@dualops/core/house-pages"
import { Operations } from "@dualops/core/operations"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { TakeoverRights } from "@dualops/core/team"
import { Desk, Door, ProxyDoor, TokenDoor } from "@dualops/desk"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { TestClock } from "effect/testing"
import { type DefaultTreeAdapterMap, parse } from "parse5"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { prizes } from "../../../examples/prizes/Prizes.ts"

/** Those of the house and of the example. */
export const practices = [...Practices.house, prizes]
const text = readFileSync(new URL("../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")
/** Lin is away on Wednesday. */
const away =
  "  absences: { leave: { person: lin, from: 2026-11-25T00:00, until: 2026-11-26T00:00, reason: leave } }\ncalendars:"
const arranged = text
  .replace("team.takeOver,", "team.takeOver, team.setAside,")
  .replace(
    "calendars:",
    `${away.replace("calendars:", "")}  takeover: { most: 12 hours }\n  handOver: { readWithin: { time: 1 hour, calendar: always } }\ncalendars:`
  )
const sections = `prizes: { owner: lin, answers: { time: 4 hours, calendar: office } }
claims: { lease: 30 minutes }
setAside: { longest: 7 days }
rounds: { reminds: { time: 4 hours, calendar: office } }
`
/** The handbook of the house, with more sections. */
export const handbookWith = (more: string) =>
  Result.getOrThrow(HandbookFile.read("handbook.yaml", `${arranged}\n${sections}${more}`, practices))
const handbook = handbookWith("")

/** Monday, ten o'clock in Shanghai. */
export const ten = DateTime.makeUnsafe("2026-11-23T02:00:00Z")

const editions = TakeoverRights.editions(KeptEditions.layer(handbook, ChineseHolidays.holidays, practices))
const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
/** The pages of the house. */
export const pages = HousePages.of(handbook, ChineseHolidays.holidays, practices)
const { [Actor.PersonId.make("he")]: he, ...people } = handbook.team.people
const before = { ...handbook, version: Case.HandbookVersion.make("0"), team: { ...handbook.team, people } }
/** The same, where he was not there in the edition before. */
export const changed = HousePages.of(handbook, ChineseHolidays.holidays, practices, before)
/** What a desk needs, in memory. */
export const services = editions.pipe(Layer.provideMerge(store))

export const proxy = { header: "X-Person", secretHeader: "X-Proof", secret: Redacted.make("only the proxy knows it") }
/** The tokens that are valid at this moment. */
export const tokens: Array<TokenDoor.Token> = []
/** Both doors of the house. */
export const door = Door.layer(ProxyDoor.make(proxy), TokenDoor.make(Effect.sync(() => tokens)))

/** The processes of the desk. */
export const processes = Practices.processes(practices)
export const options: Desk.Options = {
  processes,
  title: { zh: "星河茶饮", en: "Xinghe Tea" },
  secret: Redacted.make("the secret of the forms"),
  // Tests ask for more in a moment than people do; `Limits.test.ts` is about that.
  limits: false
}

/** Runs a test at ten o'clock, with the desk of an empty house. */
export const atTen = <A, E, R, Needs = never>(
  body: (desk: Desk.Handler) => Effect.Effect<A, E, R>,
  more: Partial<Desk.Options<Needs>> = {}
) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler({ ...options, ...more }), body)),
    Effect.scoped,
    Effect.provide(Layer.merge(services, door))
  )

/** What the proxy adds for this person. */
export const as = (person: string) => ({ "x-person": person, "x-proof": Redacted.value(proxy.secret) })

export const origin = "http://desk.example"

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Asks for a page, as this person. */
export const get = (desk: Desk.Handler, person: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(desk, new Request(`${origin}${path}`, { headers: { ...as(person), ...headers } }))

/** Sends a form, as this person's browser does from a page of the desk. */
export const post = (
  desk: Desk.Handler,
  person: string,
  path: string,
  form: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {}
) =>
  ask(
    desk,
    new Request(`${origin}${path}`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", origin, ...as(person), ...headers },
      body: new URLSearchParams(form)
    })
  )

/** Sends a form with files, as this person's browser does. */
export const upload = Effect.fnUntraced(function* (
  desk: Desk.Handler,
  person: string,
  path: string,
  form: Readonly<Record<string, string>>,
  files: ReadonlyArray<readonly [control: string, bytes: Uint8Array, name: string]>,
  headers: Readonly<Record<string, string>> = {}
) {
  const told = new FormData()
  for (const [name, value] of Object.entries(form)) told.append(name, value)
  for (const [control, bytes, name] of files) told.append(control, new Blob([Uint8Array.from(bytes)]), name)
  const { body, type } = yield* bodyOf(told)
  const sent = { "sec-fetch-site": "same-origin", origin, ...as(person), ...headers, "content-type": type }
  return yield* ask(desk, new Request(`${origin}${path}`, { method: "POST", headers: sent, body }))
})

/** A form as its bytes, and what they say that they are. */
export const bodyOf = (form: FormData) =>
  Effect.promise(async () => {
    const whole = new Request(origin, { method: "POST", body: form })
    return { type: whole.headers.get("content-type") ?? "", body: new Uint8Array(await whole.arrayBuffer()) }
  })

/** Sends a request. */
export const ask = (desk: Desk.Handler, request: Request): Effect.Effect<Answer> =>
  Effect.promise(async () => {
    const answer = await desk(request)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  })

/** Begins a prize claim as lin. */
export const claim = (name: string, winner = "小林", prize = "桂花乌龙") =>
  Operations.send(PrizeClaimProcess, {
    key: name,
    case: Case.CaseId.make(name),
    step: "Ask",
    by: Actor.person("lin"),
    input: { winner, prize: { zh: prize, en: "osmanthus tea" } }
  })

export const path = (name: string, step?: string) =>
  `/zh/cases/PrizeClaim/${encodeURIComponent(name)}${step === undefined ? "" : `/${step}`}`

type Node = DefaultTreeAdapterMap["node"]

/** Every element of a page, with its attributes. */
export const elements = (
  html: string
): ReadonlyArray<{ readonly tag: string; readonly has: Readonly<Record<string, string>>; readonly text: string }> => {
  const all: Array<{ tag: string; has: Record<string, string>; text: string }> = []
  const walk = (node: Node): void => {
    if ("attrs" in node) {
      all.push({
        tag: node.tagName,
        has: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        text: textOf(node)
      })
    }
    if ("childNodes" in node) node.childNodes.forEach(walk)
  }
  walk(parse(html))
  return all
}

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : ""

/** What a form would send that nobody has filled in further. */
export const formOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    elements(html).flatMap(({ has, tag, text: inside }) => {
      if (has["name"] === undefined || has["name"] === "q" || tag === "button" || has["type"] === "file") return []
      if (has["type"] === "checkbox" && has["checked"] === undefined) return []
      return [[has["name"], tag === "textarea" ? inside : (has["value"] ?? "")]]
    })
  )
