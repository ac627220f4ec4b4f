/** The log as an async iterable: laws of iterators, and what others report of theirs. */
import { getEventListeners } from "node:events"
import { assert, describe, it } from "@effect/vitest"
import type { Happened } from "dualops"
import * as fc from "fast-check"
import { Follower } from "../src/Follower.ts"
import { compose, freshFile, open } from "./house.ts"

const positions = async (from: AsyncIterable<Happened>) => {
  const found: Array<number> = []
  for await (const { position } of from) found.push(position)
  return found
}

describe("events", () => {
  it("come once, in order, from a position on, and wait for what is still to come", async () => {
    await using house = await open("memory")
    for (const id of ["a", "b", "c"]) await compose(house, id)
    const all = await positions(house.events({ live: false }))
    assert.lengthOf(all, 3)
    assert.deepStrictEqual(await positions(house.events({ live: false, after: all[0] ?? 0 })), all.slice(1))
    const following = house.events({ after: all[2] ?? 0, every: 3_600_000 })
    const next = following.next()
    await compose(house, "d")
    // A step that this program takes is seen at once, however seldom it looks for those of others.
    assert.strictEqual((await next).value?.case, "d")
  })

  it("are those of every program on one file", async () => {
    const file = freshFile()
    await using one = await open({ file })
    await using other = await open({ file })
    const seen = one.events({ every: 10 })
    await Promise.all(["a", "b", "c", "d"].flatMap((id) => [compose(one, `${id}1`), compose(other, `${id}2`)]))
    const cases = new Set<string>()
    for await (const happened of seen) if (cases.add(happened.case).size === 8) break
    assert.lengthOf(await positions(other.events({ live: false })), 8)
    assert.strictEqual((await other.find((await import("dualops/processes")).PostProcess, "a1"))?.version, 1)
  })

  it("end with the house, whoever waits", async () => {
    const house = await open("memory")
    const reading = positions(house.events())
    const alone = house.events().next()
    await house.close()
    assert.deepStrictEqual(await reading, [])
    assert.isTrue((await alone).done)
  })

  it("end when they are aborted, before the first as well as while they wait", async () => {
    await using house = await open("memory")
    assert.isTrue((await house.events({ signal: AbortSignal.abort() }).next()).done)
    const stop = new AbortController()
    const waiting = house.events({ signal: stop.signal }).next()
    stop.abort()
    assert.isTrue((await waiting).done)
  })

  it("come in order to whoever asks for several at once, and each to one", async () => {
    const log = Array.from({ length: 40 }, (_, index) => ({ position: index + 1 }) as Happened)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (asked, size) => {
          const follower = new Follower(
            { read: async (after) => log.slice(after, after + size), over: () => {} },
            { live: false }
          )
          const found: Array<number | undefined> = []
          for (const many of asked) {
            const page = await Promise.all(Array.from({ length: many }, () => follower.next()))
            found.push(...page.map(({ value }) => value?.position))
          }
          const total = asked.reduce((one, other) => one + other, 0)
          assert.deepStrictEqual(
            found,
            Array.from({ length: total }, (_, index) => log[index]?.position)
          )
        }
      )
    )
  })
})

describe("what others report of async iterators does not happen here", () => {
  it("a pending next is over with return, which waits for nothing (node#63519, tc39/proposal-async-iteration#126)", async () => {
    await using house = await open("memory")
    const following = house.events()
    const pending = following.next()
    assert.isTrue((await following.return()).done)
    assert.isTrue((await pending).done)
  })

  it("next after return is over, and not pending for ever (node#27994)", async () => {
    await using house = await open("memory")
    await compose(house)
    const following = house.events()
    assert.isFalse((await following.next()).done)
    await following.return()
    assert.isTrue((await following.next()).done)
    await following.return()
  })

  it("several nexts before there is anything are all answered, in turn (event-iterator#9)", async () => {
    await using house = await open("memory")
    const following = house.events()
    const asked = [following.next(), following.next()]
    await compose(house, "a")
    await compose(house, "b")
    assert.deepStrictEqual(
      (await Promise.all(asked)).map(({ value }) => value?.case as string | undefined),
      ["a", "b"]
    )
  })

  it("a signal keeps no listener of what is over (node#51010)", async () => {
    await using house = await open("memory")
    await compose(house)
    const { signal } = new AbortController()
    for (let times = 0; times < 30; times++) for await (const _ of house.events({ signal })) break
    assert.isEmpty(getEventListeners(signal, "abort"))
  })

  it("an error is told to one who waits, and it is over for the others (tc39/proposal-async-iterator-helpers#5)", async () => {
    const follower = new Follower({ read: () => Promise.reject(new Error("broken")), over: () => {} }, {})
    const [first, second] = await Promise.allSettled([follower.next(), follower.next()])
    assert.strictEqual(first?.status === "rejected" ? String(first.reason) : first?.status, "Error: broken")
    assert.isTrue(second?.status === "fulfilled" && second.value.done)
    assert.isTrue((await follower.next()).done)
  })
})
