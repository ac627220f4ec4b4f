/**
 * Figures of a brand's account that say what they lack: mentions by day with the way to their rows, redemptions divided among what led to them, and fans
 * who come, stay and go.
 *
 * @module
 */
import { MemoryObservationStore } from "@dualops/adapter-memory"
// #region tally
import { AccountId, FanId, Tag } from "@dualops/core/account"
import { Figures, Tally, Trace } from "@dualops/core/analytics"
import { Attribution } from "@dualops/core/attribution"
import { CalendarDate } from "@dualops/core/calendar"
import { Retention, Turnover } from "@dualops/core/fans"
import { Buckets, Observation, ObservationStore, Observations } from "@dualops/core/observations"
import { DateTime, Effect, Schema } from "effect"

const Mention = Observation.define("Mention", {
  title: { zh: "提及", en: "Mention" },
  facts: { term: Schema.NonEmptyString.annotate(Tag.as("term")) },
  personal: { fan: FanId }
})

/** Counts mentions by day, all of them and by term, and the people whose they are. */
const tally = Tally.make({
  zone: "Asia/Shanghai",
  salt: 20_260_601,
  of: ({ kind, personal, tags }) => ({
    about: [kind, ...tags],
    person: Schema.is(Schema.Struct({ fan: FanId }))(personal) ? personal.fan : undefined
  })
})
// #endregion

const account = AccountId.make("1902538057")
const mention = (key: string, at: string, fan: string, term: string) => ({
  account,
  key,
  at: DateTime.makeUnsafe(at),
  source: "mentions",
  facts: { term },
  personal: { fan: FanId.make(fan) }
})

const program = Effect.gen(function* () {
  yield* Observations.record(Mention, [
    mention("1", "2026-06-01T09:00:00+08:00", "2489518277", "乌龙"),
    mention("2", "2026-06-01T23:30:00+08:00", "2489518278", "乌龙"),
    mention("3", "2026-06-02T00:30:00+08:00", "2489518277", "乌龙")
  ])

  // #region ask
  const store = yield* ObservationStore.ObservationStore
  tally.take(yield* store.read(tally.position, 1_000))
  const tag = Tag.of("term", "乌龙")
  const june = tally.between(tag, "2026-06-01", "2026-06-30") // who comes on two days is one

  const [from, until] = Buckets.days("Asia/Shanghai", "2026-06-01", "2026-06-01") as [DateTime.Utc, DateTime.Utc]
  const trace = { observations: Mention.name, account, tag, from, until }
  const first = Figures.counted(
    { zh: "六月一日的提及", en: "mentions on 1 June" },
    "count",
    tally.between(tag, "2026-06-01", "2026-06-01").count,
    [trace]
  )
  const rows = yield* store.page(Trace.query(trace, 20)) // the rows of that figure
  // #endregion
  return { june, first: first.value, rows: rows.map(({ key }) => key) }
})

// #region divide
/** What people came past before they redeemed a code, and how many did not. */
const ways = [
  { touches: ["post 1", "link"], converted: 30, lost: 400 },
  { touches: ["post 2", "post 1", "link"], converted: 20, lost: 100 },
  { touches: ["post 2"], converted: 0, lost: 300 },
  { touches: [], converted: 5, lost: 0 }
]
const { credits, said, untouched } = Attribution.divide(ways, { by: "shapley" })
// #endregion

// #region fans
const day = CalendarDate.toNumber
const [cohort] = Retention.of(
  [
    { days: [day("2026-06-01"), day("2026-06-09")], source: "code" },
    { days: [day("2026-06-03")], source: "code" }
  ],
  { per: "week", begins: "monday" },
  day("2026-06-16") // a Tuesday: this week has no share yet
)
const { left } = Turnover.of({ before: 12_000, after: 11_400 }) // the platform tells the difference, and not who came
// #endregion

export const answer = {
  ...(await Effect.runPromise(Effect.provide(program, MemoryObservationStore.layer))),
  credits: Object.fromEntries(credits),
  untouched,
  said: said.en,
  retention: cohort?.cells.map(({ share }) => share),
  left: { value: left.value, bounds: left.bounds }
}
console.log(answer) // => { june: { count: 3, sum: 0, people: 2, ofNobody: 0 }, first: 2, rows: [ '1', '2' ], … }
