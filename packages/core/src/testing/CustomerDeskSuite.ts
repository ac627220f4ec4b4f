/**
 * What every `CustomerDesk` does, judged by what the desk shows to those who work on it. The desk may have other tickets; nobody else writes to those
 * of the suite.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import { FanId } from "../account/FanId.ts"
import { CustomerDesk } from "../external-system/customer-desk/CustomerDesk.ts"
import type * as DeskKey from "../external-system/customer-desk/DeskKey.ts"
import { type Opening, type Status, TicketId } from "../external-system/customer-desk/Ticket.ts"
import type * as Failing from "../operations/Writing.ts"
import { heardSince, moves } from "./DeskListening.ts"
import { opening, unknownFan, unused } from "./SampleOpenings.ts"
import type { Trouble } from "./Trouble.ts"

/** A ticket as those who work on it read it, without marks of formatting that are not shown. */
export interface Shown {
  readonly id: string
  readonly key: string
  readonly subject: string
  readonly text: string
  readonly notes: ReadonlyArray<string>
}

/** What the suite needs of the world in which tickets are worked on. */
export class Stage extends Context.Service<
  Stage,
  {
    /** The tickets of a key, as the desk shows them. */
    readonly shown: (key: DeskKey.DeskKey) => Effect.Effect<ReadonlyArray<Shown>>
    /** Somebody of customer service brings a ticket where they say, in the desk's own word. */
    readonly move: (ticket: TicketId, says: string) => Effect.Effect<void>
    /** The desk's own words for "open", and for something that has no word here. */
    readonly says: { readonly open: string; readonly other: string }
    /** An id in the desk's own form that no ticket has. */
    readonly nobody: string
    /** The next call that writes meets this trouble; those after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** What nobody may ever read in a failure. */
    readonly secrets: ReadonlyArray<string>
  }
>()("@dualops/core/testing/CustomerDeskSuite/Stage") {}

/** Runs the suite on a desk and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<CustomerDesk | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, CustomerDesk | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a CustomerDesk`, () => {
    test("a ticket is new, its customer's, as urgent as was said, and shows what the fan wrote", opens)
    test("the same key has the same ticket, and whatever became of it meanwhile stays", opensOnce)
    test("a key that is asked for eight times at once has one ticket, which one of them has opened", opensAtOnce)
    test("two keys have two tickets, whatever else is the same", opensTwo)
    test("a key whose ticket is another customer's is refused", refusesOthers)
    test("words that no desk keeps are shown without what hides or breaks them, and nothing else is lost", hostile)
    test("a note is written once for each key, and not at all where there is no ticket", notes)
    test("a ticket goes where it is brought, and not at all where there is none", brings)
    test("a ticket that is not there is not shown", missing)
    test("each change is heard once, in its order, whoever made it", hears)
    test("a desk's own word that has none here is shown as what it is", other)
    test("a refused ticket is not there, and the desk's code is said", meets("refused", "Writing.Refused"))
    test("without a valid grant no ticket is opened", meets("unauthorised", "Writing.Unauthorised"))
    test("a desk that is busy has opened no ticket, and may be asked later", meets("busy", "Writing.TryLater"))
    test("a request that was lost may be made again: there is one ticket", meets("lost before", "Writing.Unknown"))
    test("an answer that was lost may be asked for again: there is one ticket", meets("lost after", "Writing.Unknown"))
  })
}

const open = (asked: Opening) => CustomerDesk.use((desk) => desk.openTicket(asked))
const read = (id: TicketId) => CustomerDesk.use((desk) => desk.ticket(id))
const shown = (key: DeskKey.DeskKey) => Stage.use((stage) => stage.shown(key))
const set = (id: TicketId, status: Status) => CustomerDesk.use((desk) => desk.setStatus(id, status))

const opens = Effect.gen(function* () {
  for (const priority of ["weibo first", "normal", "low"] as const) {
    const asked = yield* opening({ priority })
    const { created, ticket } = yield* open(asked)
    assert.isTrue(created)
    const { fans, id, key, priority: is, standing, subject } = yield* read(ticket)
    assert.deepEqual([id, key, ...fans, is, standing.status], [ticket, asked.key, asked.customer.fan, priority, "new"])
    assert.strictEqual(subject, asked.subject)
    const [one, ...others] = yield* shown(asked.key)
    assert.deepEqual(others, [])
    assert.include(one?.text ?? "", asked.text)
    assert.strictEqual(one?.subject, asked.subject)
  }
})

const opensOnce = Effect.gen(function* () {
  const asked = yield* opening()
  const { ticket } = yield* open(asked)
  yield* set(ticket, "waiting")
  assert.deepEqual(yield* open({ ...asked, subject: "anders" }), { ticket, created: false })
  assert.strictEqual((yield* read(ticket)).standing.status, "waiting")
  assert.deepEqual(
    (yield* shown(asked.key)).map(({ subject }) => subject),
    [asked.subject]
  )
})

const opensAtOnce = Effect.gen(function* () {
  const asked = yield* opening()
  const opened = yield* Effect.all(
    Array.from({ length: 8 }, () => open(asked)),
    { concurrency: "unbounded" }
  )
  assert.lengthOf(yield* shown(asked.key), 1)
  assert.strictEqual(new Set(opened.map(({ ticket }) => ticket)).size, 1)
  assert.lengthOf(
    opened.filter(({ created }) => created),
    1
  )
})

const opensTwo = Effect.gen(function* () {
  const asked = yield* opening()
  const other = { ...asked, key: yield* unused("ticket") }
  const [one, two] = [yield* open(asked), yield* open(other)]
  assert.notStrictEqual(one.ticket, two.ticket)
  assert.isTrue(one.created && two.created)
})

const refusesOthers = Effect.gen(function* () {
  const asked = yield* opening()
  yield* open(asked)
  const failure = yield* Effect.flip(open({ ...asked, customer: { fan: FanId.make("1002003004"), name: "别人" } }))
  assert.deepInclude(failure, { _tag: "Writing.Refused", code: "another-customer" })
  assert.lengthOf(yield* shown(asked.key), 1)
})

const hostile = Effect.gen(function* () {
  const asked = yield* opening({
    customer: {
      fan: yield* unknownFan,
      name: "a\u0000b \ud800 <img src=x onerror=alert(1)>"
    },
    subject: "很好喝\r\nBcc: all@brand.example\u2028再来 \ud83d \u202Emoc.live",
    text: "a\u0000b \ud800 \uffff <script>alert(1)</script> 👨‍👩‍👧‍👦 ' OR 1=1 -- {{7*7}} %00"
  })
  const { ticket } = yield* open(asked)
  const [one] = yield* shown(asked.key)
  assert.strictEqual(one?.subject, "很好喝 Bcc: all@brand.example 再来 � �moc.live")
  assert.include(one?.text, "a�b � � <script>alert(1)</script> 👨‍👩‍👧‍👦 ' OR 1=1 -- {{7*7}} %00")
  const long = yield* opening({ subject: "长".repeat(5_000), text: `${"很长的话。".repeat(20_000)}完` })
  yield* open(long)
  const [cut] = yield* shown(long.key)
  assert.match(cut?.subject ?? "", /^长{50,}…$/)
  assert.isAbove(cut?.text.length ?? 0, 10_000)
  const key = yield* unused("note")
  yield* CustomerDesk.use((desk) => desk.note(ticket, { key, text: "<b>内部</b> a\u0000b\n第二行" }))
  assert.include((yield* shown(asked.key))[0]?.notes.join(), "<b>内部</b> a�b\n第二行")
})

const notes = Effect.gen(function* () {
  const asked = yield* opening()
  const { ticket } = yield* open(asked)
  const [first, second] = [yield* unused("note"), yield* unused("note")]
  const write = (key: DeskKey.DeskKey, text: string, to = ticket) =>
    CustomerDesk.use((desk) => desk.note(to, { key, text }))
  yield* write(first, "已补发")
  yield* write(first, "已补发")
  yield* Effect.all([write(second, "已补发"), write(second, "已补发")], { concurrency: 2 })
  const all = (yield* shown(asked.key)).flatMap((one) => one.notes)
  assert.lengthOf(
    all.filter((note) => note.includes("已补发")),
    2
  )
  const { nobody } = yield* Stage
  const failure = yield* Effect.flip(write(yield* unused("note"), "谁的", TicketId.make(nobody)))
  assert.strictEqual(failure._tag, "Writing.Refused")
})

const brings = Effect.gen(function* () {
  const { ticket } = yield* open(yield* opening())
  for (const status of ["open", "waiting", "solved", "solved", "open"] as const) {
    yield* set(ticket, status)
    assert.strictEqual((yield* read(ticket)).standing.status, status)
  }
  const { nobody } = yield* Stage
  const failure = yield* Effect.flip(set(TicketId.make(nobody), "solved"))
  assert.strictEqual(failure._tag, "Writing.Refused")
})

const missing = Effect.gen(function* () {
  const { nobody } = yield* Stage
  for (const id of [nobody, "../user/root", "a b?c#d", "１"]) {
    const failure = yield* Effect.flip(read(TicketId.make(id)))
    assert.strictEqual(failure._tag, "Reading.NotShown", id)
  }
})

const hears = Effect.gen(function* () {
  const stage = yield* Stage
  const start = (yield* heardSince(undefined)).cursor
  const { ticket } = yield* open(yield* opening())
  const { ticket: second } = yield* open(yield* opening())
  yield* stage.move(ticket, stage.says.open)
  yield* set(second, "open")
  yield* set(ticket, "solved")
  yield* set(ticket, "solved")
  const first = yield* heardSince(start, 3)
  assert.deepEqual(moves(first.changes, ticket), ["new > open", "open > solved"])
  assert.deepEqual(moves(first.changes, second), ["new > open"])
  yield* stage.move(ticket, stage.says.open)
  const again = yield* heardSince(first.cursor, 1)
  assert.deepEqual(moves(again.changes), ["solved > open"])
  assert.deepEqual(moves((yield* heardSince(again.cursor)).changes), [])
  const all = yield* heardSince(undefined, 4)
  assert.deepEqual(moves(all.changes, ticket), ["new > open", "open > solved", "solved > open"])
  const ids = all.changes.map(({ id }) => id)
  assert.strictEqual(new Set(ids).size, ids.length)
  // The same change has the same id, wherever one began to read.
  for (const { id } of [...first.changes, ...again.changes]) assert.include(ids, id)
})

const other = Effect.gen(function* () {
  const { move, says } = yield* Stage
  const start = (yield* heardSince(undefined)).cursor
  const { ticket } = yield* open(yield* opening())
  yield* move(ticket, says.other)
  assert.deepEqual((yield* read(ticket)).standing, { status: "other", says: says.other })
  const { changes } = yield* heardSince(start, 1)
  assert.deepEqual(
    changes.map(({ to }) => to),
    [{ status: "other", says: says.other }]
  )
})

const meets = (trouble: Trouble, tag: Failing.Failure["_tag"]) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const asked = yield* opening()
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(open(asked))
    assert.strictEqual(failure._tag, tag)
    const told = JSON.stringify([failure, failure.message, failure.stack])
    for (const one of stage.secrets) assert.notInclude(told, one)
    // Trouble passes.
    const { ticket } = yield* open(asked)
    assert.strictEqual((yield* read(ticket)).key, asked.key)
    assert.lengthOf(yield* shown(asked.key), 1)
  })
