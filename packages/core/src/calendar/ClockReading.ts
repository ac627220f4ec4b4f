/**
 * Reads a clock: what it shows, and why.
 *
 * @module
 */
import { DateTime, Duration, Result } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import { type Change, type History, type NotDue, type Policy, type Reading, Resting } from "./Clock.ts"
import type { Segment } from "./Explanation.ts"
import type { Moment } from "./Moment.ts"
import type { UnknownYear } from "./WorkingCalendar.ts"
import * as WorkingTime from "./WorkingTime.ts"

/** What a clock shows at a moment. What happened later is not looked at; before its start it has consumed nothing. */
export const read = (history: History, at: Moment): Result.Result<Reading, UnknownYear> => {
  let consumed = 0
  let breachedAt: Moment | undefined
  let warnedAt: Moment | undefined
  const stretches = stretchesOf(history, at)
  for (const { phase, policy, from, to } of stretches) {
    if (phase === "stopped") continue
    const { target, warning } = limitsOf(policy)
    // A policy may have made the clock late, or early again; a breach stays.
    if (consumed < warning) warnedAt = undefined
    else warnedAt ??= from
    if (consumed >= target) breachedAt ??= from
    if (phase === "paused") continue
    const counted = WorkingTime.between(policy.timetable, from, to)
    if (Result.isFailure(counted)) return Result.fail(counted.failure)
    const before = consumed
    consumed += Duration.toMillis(counted.success)
    const passed = (limit: number) =>
      consumed < limit ? undefined : Result.getOrUndefined(deadline(policy, from, limit - before))
    warnedAt ??= passed(warning)
    breachedAt ??= passed(target)
  }
  const { phase, policy, from, to } = stretches[stretches.length - 1] ?? stretches[0]
  const { target, warning } = limitsOf(policy)
  const ahead = (limit: number): Result.Result<Moment, NotDue> =>
    phase === "running" ? deadline(policy, to, limit - consumed) : Result.fail(new Resting({ state: phase }))
  return Result.succeed({
    state: breachedAt === undefined ? phase : "breached",
    consumed: Duration.millis(consumed),
    due: breachedAt === undefined ? ahead(target) : Result.succeed(breachedAt),
    warn: warnedAt === undefined ? ahead(warning) : Result.succeed(warnedAt),
    breachedAt,
    stoppedAt: phase === "stopped" ? from : undefined
  })
}

/** Every stretch from the start to the moment, without gap or overlap; those that count add up to what was consumed. */
export const explain = (history: History, at: Moment): Result.Result<ReadonlyArray<Segment>, UnknownYear> =>
  Result.gen(function* () {
    const segments: Array<Segment> = []
    for (const { phase, policy, reason, from, to } of stretchesOf(history, at)) {
      if (phase === "running") segments.push(...(yield* WorkingTime.explain(policy.timetable, from, to)))
      else if (DateTime.isLessThan(from, to)) {
        segments.push({
          from,
          to,
          timeZone: policy.timetable.calendar.timeZone,
          counted: false,
          minutes: Duration.toMinutes(DateTime.distance(from, to)),
          why: phase === "paused" ? { _tag: "Paused", reason } : { _tag: "Stopped" }
        })
      }
    }
    return segments
  })

const deadline = (policy: Policy, from: Moment, millis: number) =>
  WorkingTime.deadline(policy.timetable, from, Duration.millis(millis))

/** The target and the warning in milliseconds of working time. */
const limitsOf = ({ target, warnAt }: Policy) => {
  const millis = Duration.toMillis(target)
  return { target: millis, warning: Math.ceil(millis * warnAt) }
}

interface Stretch {
  readonly phase: "running" | "paused" | "stopped"
  readonly policy: Policy
  /** Of the last pause. */
  readonly reason: Bilingual
  readonly from: Moment
  readonly to: Moment
}

const phaseAfter: Readonly<Record<Change["_tag"], Stretch["phase"] | undefined>> = {
  Paused: "paused",
  Resumed: "running",
  Stopped: "stopped",
  PolicyChanged: undefined
}

/** The time up to `at`, cut where something happened; the last stretch may be empty. */
const stretchesOf = ([started, ...changes]: History, at: Moment): readonly [Stretch, ...ReadonlyArray<Stretch>] => {
  let phase: Stretch["phase"] = "running"
  let { policy, at: from } = started
  let reason: Bilingual = { zh: "暂停", en: "paused" }
  const done: Array<Stretch> = []
  for (const change of changes) {
    if (phase === "stopped" || DateTime.isGreaterThan(change.at, at)) break
    const to: Moment = DateTime.max(from, change.at)
    done.push({ phase, policy, reason, from, to })
    from = to
    phase = phaseAfter[change._tag] ?? phase
    if (change._tag === "Paused") reason = change.reason
    if (change._tag === "PolicyChanged") policy = change.policy
  }
  const last = { phase, policy, reason, from, to: DateTime.max(from, at) }
  const [first, ...rest] = [...done, last]
  return [first ?? last, ...rest]
}
