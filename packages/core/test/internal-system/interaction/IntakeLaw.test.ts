/** Law: whatever comes when, and wherever the hearing is cut off, each interaction has one case in the end. */
import { FanId } from "@dualops/core/account"
import { Cursors, Intake, type Interaction, Interactions } from "@dualops/core/interaction"
import { EventLog, Reading, StoreUnavailable } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as fc from "fast-check"
import { account, answerTo, house, log, wrote } from "./IntakeCast.ts"

/** Something is written, and comes by these sources; or a source is heard, in a piece of at most so many, and cut off at some call of a port. */
type Happening =
  | { readonly own: boolean; readonly comesBy: ReadonlyArray<Interactions.Source> }
  | { readonly hears: Interactions.Source; readonly most: number; readonly cut?: Cut }

/** The call of a port at which it happens: it fails, or the program dies before it or behind it. */
interface Cut {
  readonly at: number
  readonly how: "fails" | "dies before" | "dies behind"
}

const sources = ["comments", "mentions", "mentions in comments"] as const
const source = fc.constantFrom(...sources)
const cut = fc.record({
  at: fc.integer({ min: 0, max: 14 }),
  how: fc.constantFrom<Cut["how"]>("fails", "dies before", "dies behind")
})
const happenings: fc.Arbitrary<ReadonlyArray<Happening>> = fc.array(
  fc.oneof(
    fc.record({
      own: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
      comesBy: fc.subarray([...sources], { minLength: 1 })
    }),
    fc.record({ hears: source, most: fc.integer({ min: 1, max: 4 }), cut }, { requiredKeys: ["hears", "most"] })
  ),
  { maxLength: 40 }
)

/** A platform that pages as Weibo does, newest first, and delivers one that it has delivered before with every piece. */
const platform = () => {
  const written: Array<Interaction.Interaction & { readonly by: ReadonlyArray<Interactions.Source> }> = []
  const world = { written, most: 1 }
  const read = (asked: Interactions.Source, { gap, since }: Interactions.Cursor): Interactions.Piece => {
    const all = written.filter(({ by }) => by.includes(asked)).toReversed()
    const unread = all.filter(({ id }) => Number(id) > Number(since) && Number(id) < Number(gap?.below ?? Infinity))
    const page = unread.slice(0, world.most)
    const [newest, oldest] = [page.at(0), page.at(-1)]
    const top = gap?.top ?? newest?.id ?? since
    const more = unread.length > page.length
    const again = all.filter(({ id }) => Number(id) <= Number(since)).slice(0, 1)
    const cursor = more && oldest ? { since, gap: { below: String(oldest.id), top } } : { since: top }
    return { interactions: [...page, ...again], cursor, more }
  }
  return { world, read }
}

const unavailable = new StoreUnavailable({ cause: "no disk" })
const busy = new Reading.TryLater({ code: "10009", detail: "too many tasks" })

/** The ports of the house, with something that goes wrong at one of their calls. */
const cutting = Effect.fnUntraced(function* (read: ReturnType<typeof platform>["read"], { at, how }: Cut) {
  const [store, cursors] = [yield* EventLog.EventLog, yield* Cursors.Cursors]
  let calls = 0
  const through = <A, E>(call: Effect.Effect<A, E>, failure: E): Effect.Effect<A, E> =>
    Effect.suspend(() => {
      if (calls++ !== at) return call
      if (how === "fails") return Effect.fail(failure)
      return how === "dies before" ? Effect.interrupt : Effect.andThen(call, Effect.interrupt)
    })
  return <A, E, R>(body: Effect.Effect<A, E, R | Interactions.Interactions>) =>
    body.pipe(
      Effect.provideService(Interactions.Interactions, {
        read: (_, source, cursor) =>
          through<Interactions.Piece, Reading.Failure>(
            Effect.sync(() => read(source, cursor)),
            busy
          )
      }),
      Effect.provideService(Cursors.Cursors, {
        find: (...asked) => through(cursors.find(...asked), unavailable),
        keep: (...kept) => through(cursors.keep(...kept), unavailable)
      }),
      Effect.provideService(EventLog.EventLog, {
        ...store,
        read: (address) => through(store.read(address), unavailable),
        recall: (address, key) => through(store.recall(address, key), unavailable),
        append: (commit) => through(store.append(commit), unavailable)
      })
    )
})

const never: Cut = { at: -1, how: "fails" }

describe("Intake", () => {
  it("whatever comes when and by how many ways, cut into whatever pieces and cut off wherever, has one case in the end, and nothing else has", async () => {
    let cutOff = 0
    const holds = (all: ReadonlyArray<Happening>) =>
      Effect.gen(function* () {
        const { read, world } = platform()
        const poll = Effect.fnUntraced(function* (source: Interactions.Source, cut: Cut) {
          const under = yield* cutting(read, cut)
          return yield* Effect.exit(under(Intake.poll(account, source)))
        })
        for (const one of all) {
          if ("hears" in one) {
            world.most = one.most
            const exit = yield* poll(one.hears, one.cut ?? never)
            if (exit._tag === "Failure") cutOff++
          } else {
            const from = { id: FanId.make(one.own ? account : "2489518277") }
            world.written.push({ ...wrote(String(world.written.length + 1), { from }), by: one.comesBy })
          }
        }
        for (const source of sources) {
          let more = true
          while (more) {
            const exit = yield* poll(source, never)
            assert.strictEqual(exit._tag, "Success")
            more = exit._tag === "Success" && exit.value.more
          }
        }
        const fans = world.written.filter(({ from }) => String(from.id) !== account)
        assert.deepStrictEqual((yield* log).sort(), fans.map(({ id }) => answerTo(id)).sort())
      }).pipe(Effect.provide(house), Effect.runPromise)
    const numRuns = fc.readConfigureGlobal().numRuns ?? 300
    await fc.assert(fc.asyncProperty(happenings, holds), { numRuns })
    // A law that is never put to the test says nothing.
    assert.isAbove(cutOff, numRuns / 2)
  })
})
