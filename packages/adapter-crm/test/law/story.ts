/** What one schedule of the law is: tickets that are opened, noted on and brought on in bad weather, and everything about them heard. */
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey, type Ticket } from "@dualops/core/customer-desk"
import type { CustomerDeskSuite } from "@dualops/core/testing"
import { assert } from "@effect/vitest"
import { Effect, Schedule } from "effect"
import { Weather } from "../troubled.ts"
import { badWeather, chanceOf } from "./chance.ts"

/** Asks until it is done, as a queue of work does: whatever goes wrong may be asked again with the same key. */
const patiently = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.retry(work, { times: 2_000, schedule: Schedule.spaced("5 millis") })

/** How a schedule is judged. */
export interface Judge {
  /** The tickets of a key, as the desk shows them. */
  readonly shown: (key: DeskKey.DeskKey) => Effect.Effect<ReadonlyArray<CustomerDeskSuite.Shown>>
  /** How many complaints there are in a schedule. */
  readonly complaints: number
  /** Of so many requests, one goes wrong; of three, unless told. */
  readonly oneOf?: number
  /** What is done before the story, and while it goes on. */
  readonly meanwhile?: Effect.Effect<void>
}

const run = Date.now().toString(36)

/** One schedule: the tickets, and how many requests went wrong. */
export const story = Effect.fnUntraced(function* (
  seed: number,
  { complaints, meanwhile = Effect.void, oneOf = 3, shown }: Judge
) {
  const weather = yield* Weather
  const desk = yield* CustomerDesk
  const chance = chanceOf(seed)
  let wrong = 0
  const fateOf = badWeather(chance, oneOf)
  weather.fate = () => {
    const fate = fateOf()
    if (fate !== undefined) wrong++
    return fate
  }
  const keys = Array.from({ length: complaints }, (_, index) => DeskKey.of(`law:${run}:${seed}:${index}`))
  const one = Effect.fnUntraced(function* (key: DeskKey.DeskKey) {
    const opening: Ticket.Opening = {
      key,
      customer: { fan: FanId.make(`4${seed}${1000 + keys.indexOf(key)}`), name: "小林" },
      subject: `投诉 ${seed}`,
      text: "充不满",
      priority: "weibo first"
    }
    const both = yield* Effect.all([patiently(desk.openTicket(opening)), patiently(desk.openTicket(opening))], {
      concurrency: 2
    })
    assert.strictEqual(both[0].ticket, both[1].ticket)
    const { ticket } = both[0]
    const note = { key: DeskKey.of(`note:${key}`), text: "已联系" }
    yield* Effect.all([patiently(desk.note(ticket, note)), patiently(desk.note(ticket, note))], { concurrency: 2 })
    for (const status of ["open", "solved"] as const) yield* patiently(desk.setStatus(ticket, status))
    return ticket
  })
  const telling = Effect.forEach(keys, one, { concurrency: "unbounded" })
  const [tickets] = yield* Effect.all([telling, meanwhile], { concurrency: 2 })

  weather.fate = () => undefined
  for (const key of keys) {
    const all = yield* shown(key)
    assert.lengthOf(all, 1, `one ticket of ${key}`)
    assert.lengthOf(all[0]?.notes.filter((text) => text.includes("已联系")) ?? [], 1, `one note on ${key}`)
  }
  return { tickets, wrong }
})

/** What is heard of tickets in bad weather, with the cursor that was kept last; how many requests went wrong. */
export const hear = Effect.fnUntraced(function* (seed: number, tickets: ReadonlyArray<Ticket.TicketId>, oneOf = 3) {
  const weather = yield* Weather
  const desk = yield* CustomerDesk
  const fateOf = badWeather(chanceOf(seed), oneOf)
  let wrong = 0
  weather.fate = () => {
    const fate = fateOf()
    if (fate !== undefined) wrong++
    return fate
  }
  const heard = new Map<string, Ticket.Change>()
  let cursor: Ticket.Cursor | undefined
  for (let looks = 0; looks < 300; looks++) {
    const read = yield* patiently(desk.changesSince(cursor))
    for (const change of read.changes) {
      assert.isFalse(heard.has(change.id), "no change is told again after its cursor was kept")
      heard.set(change.id, change)
    }
    cursor = read.cursor
    const told = [...heard.values()].filter(({ ticket }) => tickets.includes(ticket))
    if (!read.more && told.length >= 2 * tickets.length) break
    if (!read.more) yield* Effect.sleep("5 millis")
  }
  weather.fate = () => undefined
  for (const ticket of tickets) {
    const moves = [...heard.values()].filter((change) => change.ticket === ticket)
    assert.deepEqual(
      moves.map(({ from, to }) => `${from.status} > ${to.status}`),
      ["new > open", "open > solved"]
    )
  }
  return wrong
})

/** A schedule of which everything is heard at once. */
export const whole = Effect.fnUntraced(function* (seed: number, judge: Judge) {
  const { tickets, wrong } = yield* story(seed, judge)
  return wrong + (yield* hear(seed, tickets))
})
