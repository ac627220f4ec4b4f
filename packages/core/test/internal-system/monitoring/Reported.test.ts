/** What people have reported of other tools that find anomalies, tried on this one: the values are theirs, or in their proportion. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { Baseline, KindOfDay, type Mention, Monitor } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"

const hourOf = KindOfDay.reader(ChineseHolidays.holidays, "Asia/Shanghai")
const start = Date.parse("2026-11-02T00:00:00+08:00")
const bucket = Monitor.usual.bucket
const week = 1_008
const say = (at: number, author: string): Mention.Mention => ({
  id: `${author} ${at}`,
  author,
  at,
  text: "漏水",
  medium: "comment"
})

/** A monitor that has listened to so many people in each bucket. */
const listened = (buckets: number, people: (bucket: number) => number) => {
  const monitor = new Monitor.Monitor(Monitor.usual, hourOf)
  const news: Array<Monitor.News> = []
  const hear = (index: number, count: number, late = 0) => {
    const at = start + index * bucket
    for (let one = 0; one < count; one++) news.push(...monitor.hear(say(at, `${index} ${one}`), at + late * bucket))
  }
  const run = (from: number, until: number, people: (bucket: number) => number) => {
    for (let index = from; index < until; index++) {
      hear(index, people(index))
      news.push(...monitor.pass(start + (index + 1) * bucket))
    }
  }
  run(0, buckets, people)
  return { monitor, news, hear, run, usual: (index: number) => usualOf(monitor, index) }
}
const usualOf = ({ state }: Monitor.Monitor, index: number) =>
  Baseline.expected(Monitor.usual.baseline, state.baseline, hourOf(start + index * bucket)).mean
const raised = (news: ReadonlyArray<Monitor.News>) => news.filter(({ _tag }) => _tag === "Raised").length

describe("What was strange once", () => {
  it("is strange again a week later: no incident becomes usual (elementary-data/elementary#980, #1589)", () => {
    const burst = (index: number) => (index % week === 500 || index % week === 501 ? 300 : 3)
    const { news, run } = listened(week + 400, burst)
    assert.strictEqual(raised(news), 1)
    run(week + 400, week + 510, burst)
    assert.strictEqual(raised(news), 2)
  })
  it("does not become usual when it is told late, after an outage (nightscout/nocturne#68)", () => {
    const { hear, monitor, usual } = listened(week, () => 3)
    const before = usual(week - 20)
    hear(week - 20, 3_000, 20)
    assert.isBelow(usual(week - 20), 2 * before)
    // One person is one, however often they are told of.
    for (let time = 0; time < 3_000; time++)
      monitor.hear({ ...say(start + 10 * bucket, "one"), id: `${time}` }, start + week * bucket)
    assert.isBelow(usual(10), 2 * before)
  })
  it("is learnt as late as it comes where it is no more than usual", () => {
    const { hear, usual } = listened(week, (index) => (index < week - 20 ? 3 : 0))
    const before = usual(week - 10)
    hear(week - 10, 3, 20)
    assert.isAbove(usual(week - 10), before)
  })
})

describe("An alarm", () => {
  it("is not raised by four people where two are usual, and is by 160 for 80 (getsentry/sentry#54736)", () => {
    for (const [usual, alarms] of [
      [2, 0],
      [80, 1]
    ] as const) {
      const { news, run } = listened(200, () => usual)
      run(200, 206, () => 2 * usual)
      assert.strictEqual(raised(news), alarms, `${usual}`)
    }
  })
  it("is one where the number goes up and down (grafana/grafana#6202, elastic/kibana#49412)", () => {
    const { news, run } = listened(300, () => 10)
    run(300, 336, (index) => (index % 2 === 0 ? 60 : 20))
    assert.strictEqual(raised(news), 1)
  })
  it("is not raised by a few after a silent night (opendistro-for-elasticsearch/anomaly-detection#157)", () => {
    const { news, run } = listened(2 * week, (index) => (index % 144 < 42 ? 0 : 8))
    run(2 * week, 2 * week + 42, (index) => (index % 10 === 0 ? 4 : 0))
    assert.strictEqual(raised(news), 0)
  })
  it("is raised while the bucket is open, and not when it is quiet again (openobserve/openobserve#14425)", () => {
    const { hear, news } = listened(week, () => 5)
    hear(week, 200)
    assert.strictEqual(raised(news), 1)
  })
})
