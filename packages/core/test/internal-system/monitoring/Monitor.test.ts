/** One term, watched: what others' alarms did wrong, tried on this one. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { KindOfDay, type Mention, Monitor, Tally } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"

const hourOf = KindOfDay.reader(ChineseHolidays.holidays, "Asia/Shanghai")
const start = Date.parse("2026-11-02T00:00:00+08:00")
const bucket = Monitor.usual.bucket
const say = (at: number, author: string, more: Partial<Mention.Mention> = {}): Mention.Mention => ({
  id: `${author} ${at}`,
  author,
  at,
  text: "漏水",
  medium: "comment",
  ...more
})

/** A monitor that has listened to three people every ten minutes for three days. */
const settled = () => {
  const monitor = new Monitor.Monitor(Monitor.usual, hourOf)
  for (let index = 0; index < 432; index++) {
    const at = start + index * bucket
    for (const author of ["a", "b", "c"]) monitor.hear(say(at, author), at)
    monitor.pass(at)
  }
  return { monitor, now: start + 432 * bucket }
}
const crowd = (count: number, at: number, from = 0) =>
  Array.from({ length: count }, (_, index) => say(at, `fan ${from + index}`))

describe("A monitor", () => {
  it("raises one alarm within the bucket, and shows ten different people at most", () => {
    const { monitor, now } = settled()
    const news = crowd(60, now).flatMap((mention) => monitor.hear(mention, now))
    assert.deepStrictEqual(
      news.map(({ _tag }) => _tag),
      ["Raised"]
    )
    const [first] = news
    if (first?._tag !== "Raised") return
    assert.isAtMost(first.counted.shown.length, Tally.mostShown)
    assert.strictEqual(new Set(first.counted.shown.map(({ author }) => author)).size, first.counted.shown.length)
    // What was told before the bucket was over is not told again when it is.
    const later = monitor.pass(now + 3 * bucket)
    assert.notInclude(
      later.map(({ _tag }) => _tag),
      "Raised"
    )
  })

  it("takes one who writes a thousand times for one", () => {
    const { monitor, now } = settled()
    for (let index = 0; index < 1_000; index++)
      assert.deepStrictEqual(monitor.hear(say(now + index, "bot"), now + bucket), [])
    assert.deepStrictEqual(monitor.pass(now + 3 * bucket), [])
  })

  it("takes what comes twice for once", () => {
    const { monitor, now } = settled()
    const few = crowd(5, now)
    for (let again = 0; again < 50; again++)
      for (const mention of few) assert.deepStrictEqual(monitor.hear(mention, now), [])
  })

  it("raises nothing for what comes long after it was written, and learns it in its own hour", () => {
    const { monitor, now } = settled()
    const before = monitor.state.baseline.buckets
    for (const mention of crowd(200, now - 10 * bucket)) assert.deepStrictEqual(monitor.hear(mention, now), [])
    assert.strictEqual(monitor.state.baseline.buckets, before)
    assert.deepStrictEqual(monitor.pass(now), [])
  })

  it("takes a clock that is ahead for now: nothing waits in a bucket of tomorrow", () => {
    const { monitor, now } = settled()
    for (const mention of crowd(60, now + 24 * 6 * bucket)) monitor.hear(mention, now)
    assert.strictEqual(monitor.state.early, now)
  })

  it("learns nothing from silence in which nobody listened, and is not startled when it is over", () => {
    const { monitor, now } = settled()
    const before = monitor.state.baseline
    monitor.pass(now + 100 * bucket, true)
    assert.isAtMost(monitor.state.baseline.buckets - before.buckets, 2)
    for (const mention of crowd(3, now + 101 * bucket)) {
      assert.deepStrictEqual(monitor.hear(mention, now + 101 * bucket), [])
    }
  })

  it("goes on after a start where it stopped, and raises no second alarm", () => {
    const { monitor, now } = settled()
    const people = crowd(60, now)
    for (const mention of people) monitor.hear(mention, now)
    const again = new Monitor.Monitor(Monitor.usual, hourOf, monitor.state)
    const heard = [...people, ...crowd(60, now, 60)].flatMap((mention) => again.hear(mention, now))
    assert.deepStrictEqual(heard, [])
    assert.notInclude(
      again.pass(now + 3 * bucket).map(({ _tag }) => _tag),
      "Raised"
    )
  })

  it("keeps three buckets at most, whatever is heard", () => {
    const { monitor, now } = settled()
    for (let index = 0; index < 50; index++) {
      monitor.hear(say(now + index * bucket, `fan ${index}`), now + index * bucket)
      monitor.pass(now + index * bucket)
      assert.isAtMost(monitor.size, 3)
    }
  })

  it("takes a machine that stood still for years in its stride", () => {
    const { monitor, now } = settled()
    const before = monitor.state.baseline.buckets
    assert.deepStrictEqual(monitor.pass(now + 500_000 * bucket), [])
    assert.isAtMost(monitor.state.baseline.buckets - before, 4)
  })
})
