/**
 * What the monitor says becomes cases: one alarm of a term at a time, none for a while after it was judged, and so many a day; of more, somebody is told.
 *
 * @module
 */
import { DateTime, Duration, Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Interaction } from "../../internal-system/interaction/Interaction.ts"
import type { Mention } from "../../internal-system/monitoring/Mention.ts"
import type { News } from "../../internal-system/monitoring/Monitor.ts"
import type { Figures } from "../../internal-system/monitoring/Severity.ts"
import type { Counted } from "../../internal-system/monitoring/Tally.ts"
import * as Notices from "../../operations/Notices.ts"
import * as Operations from "../../operations/Operations.ts"
import { isUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import { caseFor } from "../../process/CaseName.ts"
import type { Spread } from "./Alarm.ts"
import { AlarmProcess } from "./AlarmProcess.ts"
import type { MonitoringSection } from "./MonitoringSection.ts"
import * as OpenAlarms from "./OpenAlarms.ts"

/** What the monitor of a term says. */
export type Told = News & { readonly term: string }

/** Raises and updates the alarms of an account. Keep it. */
export const make = ({
  account,
  monitoring: { bucket, coolDown, mostADay }
}: {
  readonly account: AccountId
  readonly monitoring: MonitoringSection
}) => {
  const alarms = OpenAlarms.follow()
  const length = Duration.toMillis(bucket)

  const tell = Effect.fnUntraced(function* (news: ReadonlyArray<Told>, now: number) {
    const done = { raised: 0, updated: 0, heldBack: 0 }
    for (const one of news) {
      const became = yield* settle(one, now)
      if (became !== undefined) done[became] += 1
    }
    return done
  })

  const settle = Effect.fnUntraced(function* (one: Told, now: number) {
    const { judged, open } = yield* alarms.of(account, one.term)
    if (open !== "") return yield* update(CaseId.make(open), one)
    // More of what became no case.
    if (one._tag !== "Raised") return undefined
    if (judged > now - Duration.toMillis(coolDown)) return "heldBack" as const
    if ((yield* alarms.raisedSince(account, now - dayMillis)) >= mostADay) {
      yield* Notices.tell(account, caseFor(`${account}/alarms beyond/${Math.floor(now / dayMillis)}`), {
        zh: `24 小时内的预警已达 ${mostADay} 个，之后的只计数，最近一个是「${one.term}」。请查看舆情。`,
        en: `There were ${mostADay} alarms in 24 hours; more are only counted, the last of “${one.term}”. Have a look.`
      })
      return "heldBack" as const
    }
    const id = OpenAlarms.caseOf(account, one.term, one.at)
    const input = {
      account,
      term: one.term,
      at: DateTime.makeUnsafe(one.at),
      since: DateTime.makeUnsafe(one.why.since),
      why: one.why,
      figures: figuresOf(one.counted, one.why.authors / Math.max(one.why.expected, 0.1), length),
      ...spreadOf(one.counted),
      mentions: shown(one.counted.shown)
    }
    return yield* taken(
      Operations.send(AlarmProcess, { key: "raise", case: id, step: "Raise", by: world, input }),
      "raised" as const
    )
  })

  /** More of the same, or its end. */
  const update = (id: CaseId, one: Told) => {
    const isOver = one._tag === "Over"
    const expected = one._tag === "Goes on" ? one.expected : one._tag === "Raised" ? one.why.expected : 1
    const counted = one._tag === "Over" ? nothing : one.counted
    const input = {
      figures: figuresOf(counted, counted.authors / Math.max(expected, 0.1), length),
      ...spreadOf(counted),
      mentions: shown(counted.shown),
      isOver
    }
    const key = `${one._tag} ${one.at} ${counted.authors}`
    return taken(Operations.send(AlarmProcess, { key, case: id, step: "Update", by: world, input }), "updated" as const)
  }

  return { tell }
}

const dayMillis = 86_400_000
const nothing: Counted = {
  ...{ authors: 0, mentions: 0, reach: undefined, negative: undefined },
  ...{ media: [], posts: [], shown: [] }
}

/** Somebody may judge the alarm at the same moment: then there is nothing to be updated. */
const taken = <A, E, R, T>(sending: Effect.Effect<A, E, R>, as: T) =>
  sending.pipe(
    Effect.as<T | "heldBack">(as),
    Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed("heldBack" as const)))
  )

const figuresOf = ({ authors, media, negative, reach }: Counted, times: number, length: number): Figures => ({
  authors,
  perHour: (authors * 3_600_000) / length,
  times,
  ...(reach !== undefined && { reach }),
  ...(negative !== undefined && { negative }),
  media
})

/** Where it is said: under one post, or everywhere. */
const spreadOf = ({ authors, posts: [first, ...others] }: Counted): { readonly spread?: Spread } =>
  first === undefined || authors === 0
    ? {}
    : { spread: { posts: others.length + 1, most: PostId.make(first[0]), share: first[1] / authors } }

/** So much of a text is shown. */
const longest = 280
const readInteraction = Schema.decodeUnknownOption(Interaction)

/** What the alarm shows. What is no interaction of the platform, for it has no post, is not shown. */
const shown = (mentions: ReadonlyArray<Mention>) =>
  mentions.flatMap(({ at, author, id, medium, name, post, text }) => {
    const one = readInteraction({
      kind: medium,
      id,
      post,
      from: { id: author, ...(name !== undefined && { name }) },
      text: Array.from(text).slice(0, longest).join(""),
      at: new Date(at).toISOString()
    })
    return one._tag === "Some" ? [one.value] : []
  })
