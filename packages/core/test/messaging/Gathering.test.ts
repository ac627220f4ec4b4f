import { Gathering } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Result } from "effect"
import fc from "fast-check"

/** One message that a case asks for, and how its first messengers fare. */
const arrival = fc.record({
  at: fc.integer({ min: 0, max: 10 * 60_000 }),
  isUrgent: fc.boolean(),
  /** Whether the case takes it back before it is told. */
  isDropped: fc.boolean()
})
const trouble = fc.constantFrom("told", "told", "told", "later", "refused", "unknown")
const world = fc.record({
  arrivals: fc.array(arrival, { minLength: 1, maxLength: 30 }),
  /** The person comes to work at this time. */
  opens: fc.integer({ min: 0, max: 12 * 60_000 }),
  troubles: fc.array(trouble, { maxLength: 6 }),
  /** Whether the worker forgets everything at these times. */
  crashes: fc.array(fc.integer({ min: 0, max: 15 * 60_000 }), { maxLength: 2 })
})

interface Sent {
  readonly at: number
  readonly keys: ReadonlyArray<string>
  readonly reached: boolean
}

/** A queue that hands out what is due, as the store does, until nothing is left. */
const run = ({ arrivals, crashes, opens, troubles }: typeof world extends fc.Arbitrary<infer W> ? W : never) => {
  let gathering = Gathering.empty
  const fates = [...troubles]
  const queue = arrivals.map(({ at, isUrgent }, index) => ({ key: `m${index}`, at, isUrgent, tries: 0 }))
  const ends = new Map<string, Gathering.Told>()
  const sent: Array<Sent> = []
  const crashing = [...crashes].sort((one, other) => one - other)
  for (let turns = 0; queue.length > 0; turns++) {
    assert.isBelow(turns, 10_000)
    queue.sort((one, other) => one.at - other.at)
    const [action] = queue
    if (action === undefined) break
    const now = action.at
    if (crashing[0] !== undefined && crashing[0] <= now) {
      crashing.shift()
      gathering = Gathering.empty
    }
    action.tries++
    const index = Number(action.key.slice(1))
    // A case that does not want it any more is asked before the messenger is.
    if (arrivals[index]?.isDropped && action.tries > 1) {
      queue.shift()
      continue
    }
    const { isUrgent, key } = action
    const matter = { message: { zh: key, en: key }, act: `https://desk.example/${key}` }
    const asked = { key, matter, isUrgent, now, opens: Math.max(opens, now) }
    const [answer, after] = Gathering.ask(gathering, asked)
    gathering = after
    if (answer._tag === "wait") {
      assert.isAbove(answer.until, now)
      action.at = answer.until
    } else if (answer._tag === "told") {
      ends.set(key, answer.outcome)
      queue.shift()
    } else {
      assert.include(answer.keys, key)
      const fate = fates.shift() ?? "told"
      sent.push({ at: now, keys: answer.keys, reached: fate === "told" || fate === "unknown" })
      if (fate === "later") {
        gathering = Gathering.putOff(gathering, answer.keys, now + 5_000)
        action.at = now + 5_000
      } else {
        const facts = { code: "code", detail: "detail" }
        const outcome =
          fate === "told" ? Result.void : Result.fail(new Writing[fate === "refused" ? "Refused" : "Unknown"](facts))
        gathering = Gathering.settle(gathering, answer.keys, key, outcome, now)
        ends.set(key, outcome)
        queue.shift()
      }
    }
  }
  return { sent, ends, wanted: arrivals.flatMap(({ isDropped }, index) => (isDropped ? [] : [`m${index}`])) }
}

const law = (holds: (one: ReturnType<typeof run>, of: Parameters<typeof run>[0]) => void, crashes = true) =>
  fc.assert(
    fc.property(world, (one) => {
      const of = crashes ? one : { ...one, crashes: [] }
      holds(run(of), of)
    }),
    { numRuns: 500 }
  )

describe("What waits for a person", () => {
  it("is told, or its case hears that it was not: nothing is lost, whenever the worker dies", () =>
    law(({ ends, sent, wanted }) => {
      for (const key of wanted) {
        const end = ends.get(key)
        if (end === undefined) assert.fail(`${key} has no end`)
        const isReached = sent.some(({ keys, reached }) => reached && keys.includes(key))
        if (Result.isSuccess(end) || end.failure._tag === "Writing.Unknown") assert.isTrue(isReached, key)
      }
    }))

  it("is told once, as long as its worker lives", () =>
    law(({ sent }) => {
      const reached = sent.flatMap(({ keys, reached: isReached }) => (isReached ? keys : []))
      assert.deepEqual(reached, [...new Set(reached)])
    }, false))

  it("is not told before the person is there, but for what is urgent", () =>
    law(({ sent }, { arrivals, opens }) => {
      for (const { at, keys } of sent)
        if (at < opens) for (const key of keys) assert.isTrue(arrivals[Number(key.slice(1))]?.isUrgent, key)
    }))

  it("leaves the person in peace for a minute after a message, but for what is urgent", () =>
    law(({ sent }, { arrivals }) => {
      const isUrgent = ({ keys }: Sent) => keys.some((key) => arrivals[Number(key.slice(1))]?.isUrgent)
      const calm = sent.filter((one) => one.reached)
      for (const [index, one] of calm.entries()) {
        const before = calm[index - 1]
        if (before !== undefined && !isUrgent(one)) assert.isAtLeast(one.at - before.at, Gathering.pauses.rest)
      }
    }, false))

  it("is one message where it comes while the person is not there", () => {
    const arrivals = Array.from({ length: 8 }, (_, index) => ({
      at: index * 1_000,
      isUrgent: false,
      isDropped: index === 3
    }))
    const { sent } = run({ arrivals, opens: 60 * 60_000, troubles: [], crashes: [] })
    assert.lengthOf(sent, 1)
    assert.sameMembers([...(sent[0]?.keys ?? [])], ["m0", "m1", "m2", "m4", "m5", "m6", "m7"])
  })

  it("is told at once where it is alone, and the rest of a burst in one message a minute later", () => {
    const arrivals = Array.from({ length: 5 }, (_, index) => ({ at: index * 100, isUrgent: false, isDropped: false }))
    const { sent } = run({ arrivals, opens: 0, troubles: [], crashes: [] })
    assert.deepEqual(
      sent.map(({ at, keys }) => [at, keys.length]),
      [
        [0, 1],
        [Gathering.pauses.rest, 4]
      ]
    )
  })

  it("is told once where two cases say the same, and ten matters at most in one message", () => {
    const same = { message: { zh: "同一件", en: "the same" }, act: "https://desk.example/1" }
    let gathering = Gathering.empty
    const rests = Duration.toMillis("1 minute")
    const ask = (key: string, matter: typeof same, now: number, isUrgent = false) => {
      const [answer, after] = Gathering.ask(gathering, { key, matter, now, opens: rests, isUrgent })
      gathering = after
      return answer
    }
    for (let index = 0; index < 12; index++) {
      ask(`m${index}`, index < 2 ? same : { ...same, act: `https://desk.example/${index}` }, 0)
    }
    for (let index = 0; index < 11; index++)
      ask(`m${index}`, index < 2 ? same : { ...same, act: `https://desk.example/${index}` }, rests)
    const answer = ask("m11", { ...same, act: "https://desk.example/11" }, rests)
    if (answer._tag !== "tell") return assert.fail(answer._tag)
    assert.lengthOf(answer.keys, Gathering.mostMatters)
    assert.lengthOf(answer.matters, Gathering.mostMatters - 1)
  })

  it("waits for what becomes of the message that it goes along with, and is in no other", () => {
    const matter = (key: string) => ({ message: { zh: key, en: key }, act: `https://desk.example/${key}` })
    const asks = (key: string, now: number, before: Gathering.Gathering) =>
      Gathering.ask(before, { key, matter: matter(key), opens: 60_000, isUrgent: false, now })
    const [, one] = asks("one", 0, Gathering.empty)
    const [, two] = asks("two", 0, one)
    const [, ready] = asks("two", 60_000, two)
    const [answer, underWay] = asks("one", 60_000, ready)
    assert.deepEqual(answer._tag === "tell" && answer.keys, ["one", "two"])
    const [again] = asks("two", 60_500, underWay)
    assert.deepEqual(again, { _tag: "wait", until: 60_500 + Gathering.pauses.gather })
    const [told] = asks("two", 62_500, Gathering.settle(underWay, ["one", "two"], "one", Result.void, 61_000))
    assert.strictEqual(told._tag, "told")
  })
})
