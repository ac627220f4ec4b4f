/** From its declaration until it is stood down, a crisis lets nothing out but its statements, and loses nothing. */
import { PostProcess } from "@dualops/core/content"
import { Caseload } from "@dualops/core/operations"
import { CrisisProcess, EmbargoProcess } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import {
  approve,
  declare,
  draft,
  inHouse,
  later,
  lin,
  out,
  pass,
  schedule,
  service,
  standDown,
  stateOf,
  take,
  tea,
  work,
  write,
  zhou
} from "./CrisisCast.ts"

/** What somebody does in some minute: to a post, or in one of two crises. */
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("write" as const),
      ahead: fc.integer({ min: 1, max: 25 }),
      isService: fc.boolean()
    })
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom("hurry" as const, "edit" as const, "hold" as const, "release" as const, "again" as const),
      which: fc.nat(30)
    })
  },
  {
    weight: 9,
    arbitrary: fc.record({
      // Two who draft and two who approve, so that some crisis speaks more than once before it is over.
      does: fc.constantFrom(
        "declare" as const,
        "draft" as const,
        "draft" as const,
        "approve" as const,
        "approve" as const
      ),
      crisis: fc.constantFrom("leak", "mould")
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("standDown" as const), crisis: fc.constantFrom("leak", "mould") })
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("impose" as const, "lift" as const) }) }
)
type Deed = typeof deed extends fc.Arbitrary<infer A> ? A : never
const story = fc.array(fc.array(deed, { maxLength: 2 }), { minLength: 40, maxLength: 60 })

/** How deep the stories come, over all of them. */
const depth = { held: 0, hurried: 0, edited: 0, statements: 0, two: 0, embargoed: 0, back: 0, again: 0, gone: 0 }

const play = Effect.fnUntraced(function* (minutes: ReadonlyArray<ReadonlyArray<Deed>>) {
  const posts: Array<string> = []
  const statements: Array<string> = []
  const open = new Set<string>()
  const ofService = new Set<string>()
  /** The leak is grave and holds everything; the mould is local, and lets service information go on. */
  const isHeld = (name: string) => open.has("leak") || (open.size > 0 && !ofService.has(name))
  /** What missed its slot while a crisis was open, and to what of it a person has given another since. */
  const [during, released] = [new Set<string>(), new Set<string>()]
  const promoted: Array<string> = []
  const tried = <A, E, R>(step: Effect.Effect<A, E, R>) =>
    step.pipe(
      Effect.as(true),
      Effect.catch(() => Effect.succeed(false))
    )

  const act = Effect.fnUntraced(function* (one: Deed, minute: number) {
    const name = "which" in one ? (posts[one.which % Math.max(posts.length, 1)] ?? "none") : ""
    switch (one.does) {
      case "write": {
        const made = `post ${posts.length}`
        posts.push(made)
        if (one.isService) ofService.add(made)
        yield* write(made, tea, later(minute + one.ahead), one.isService ? service : undefined)
        return yield* schedule(made, later(minute + one.ahead))
      }
      case "hurry": {
        const isOut = yield* tried(take(PostProcess, name, "PublishNow", zhou, {}))
        if (isOut) released.add(name)
        if (!isOut && open.size > 0) depth.hurried++
        if (isOut) assert.isFalse(isHeld(name), "hurried past a crisis")
        return
      }
      case "again":
        if (yield* tried(schedule(name, later(minute + 3)))) {
          if (during.has(name)) depth.again++
          released.add(name)
        }
        return
      case "edit": {
        const input = { content: { text: name, pictures: [] }, slot: later(minute + 5) }
        if (yield* tried(take(PostProcess, name, "Edit", lin, input))) {
          if (open.size > 0) depth.edited++
          yield* take(PostProcess, name, "Submit", lin, {})
          yield* take(PostProcess, name, "Approve", zhou, {})
          yield* schedule(name, later(minute + 5))
          released.add(name)
        }
        return
      }
      case "hold":
        return yield* tried(take(PostProcess, name, "Hold", zhou, { reason: "再看" }))
      case "release":
        return yield* tried(take(PostProcess, name, "Release", zhou, {}))
      case "declare":
        if (yield* tried(declare(one.crisis, tea, one.crisis === "leak" ? "grave" : "local"))) open.add(one.crisis)
        if (open.size === 2) depth.two++
        return
      case "draft":
        return yield* tried(draft(`声明 ${one.crisis} ${minute} ${statements.length}`, one.crisis))
      case "approve": {
        const before = yield* stateOf(CrisisProcess, one.crisis)
        if (before?._tag === "Drafted" && (yield* tried(approve(one.crisis)))) statements.push(before.content.text)
        return
      }
      case "standDown":
        if (yield* tried(standDown(one.crisis))) open.delete(one.crisis)
        return
      case "impose": {
        const input = { account: tea, reason: "哀悼", until: later(minute + 8), mayPublish: [] }
        if (yield* tried(take(EmbargoProcess, `mourning ${minute}`, "Impose", zhou, input)))
          if (open.size > 0) depth.embargoed++
        return
      }
      case "lift":
        return
    }
  })

  const tick = Effect.fnUntraced(function* () {
    const before = (yield* out).length
    yield* pass(1)
    const news = (yield* out).slice(before)
    const posted = news.filter((text) => text.startsWith("post"))
    promoted.push(...posted.filter(isHeld))
    if (open.size > 0) depth.gone += posted.length
    for (const name of posts) {
      const state = yield* stateOf(PostProcess, name)
      if (open.size === 0 || state?._tag !== "Failed") continue
      during.add(name)
      released.delete(name)
    }
  })

  for (const [minute, deeds] of minutes.entries()) {
    for (const one of deeds) yield* act(one, minute)
    yield* tick()
  }
  for (const name of [...open]) yield* standDown(name)
  open.clear()
  for (let minute = 0; minute < 40; minute++) yield* tick()

  const gone = yield* out
  const desk = new Set((yield* Caseload.make(work.processes).desk(zhou, 500)).map((one) => String(one.case)))
  const states = yield* Effect.forEach(posts, (name) => stateOf(PostProcess, name))
  const crises = yield* Effect.forEach(["leak", "mould"], (name) => stateOf(CrisisProcess, name))
  const heard = crises.flatMap((crisis) =>
    (crisis?.statements ?? []).map(({ content, out }) => [content.text, out !== undefined] as const)
  )
  return { posts, states, gone, desk, heard, statements, promoted, during, released }
})

describe("A crisis, whatever is written, scheduled, hurried, edited or held before it and meanwhile,", () => {
  it("lets out its statements and what goes on, each once; what it held goes out by a person", async () => {
    await fc.assert(
      fc.asyncProperty(story, async (minutes) => {
        const { desk, during, gone, heard, posts, promoted, released, statements, states } = await inHouse(
          play(minutes)
        ).pipe(Effect.provide(TestClock.layer()), Effect.runPromise)
        assert.deepStrictEqual(promoted, [])
        assert.strictEqual(new Set(gone).size, gone.length)
        assert.sameMembers(
          gone.filter((text) => text.startsWith("声明")),
          statements
        )
        // What the crises have heard is what is out, each of its own.
        assert.sameDeepMembers(
          heard,
          statements.map((text) => [text, true] as const)
        )
        depth.statements += Math.max(0, statements.length - 1)
        for (const [index, name] of posts.entries()) {
          const isOut = gone.includes(name)
          assert.strictEqual(isOut, states[index]?._tag === "Published", name)
          if (!isOut) assert.isTrue(desk.has(name), `${name}, ${states[index]?._tag}, is on nobody's desk`)
          if (!during.has(name)) continue
          depth.held++
          if (isOut) {
            depth.back++
            assert.isTrue(released.has(name), `${name} went out by itself`)
          }
        }
      }),
      globalThis.process.env["CI"] === "true" ? { numRuns: 60 } : { numRuns: 12, seed: 7 }
    )
    for (const [what, often] of Object.entries(depth)) assert.isAbove(often, 0, what)
  })
})
