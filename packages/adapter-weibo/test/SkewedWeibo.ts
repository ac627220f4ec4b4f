/** A Weibo of some fans on a clock of its own, as far as listening goes: its pages, its quotas, and what it says is left of them. */
import { WeiboApi, WeiboDate, type WeiboEndpoint, WeiboId } from "@dualops/adapter-weibo"
import { Quota } from "@dualops/core/planning"
import { DateTime, Duration, Effect, Layer } from "effect"

export interface Behaviour {
  /** By how much its clock is ahead of ours. */
  readonly skew: Duration.Duration
  /** What it says of its quotas: of the day and when it ends, of the hour only, or nothing. */
  readonly says: "day" | "hours" | "nothing"
  readonly ignores?: "since_id" | "max_id"
  /** Items that stand among the comments and are none. */
  readonly odd?: ReadonlyArray<object | null>
  /**
   * What it counts as unread: all there is; what came since the app read; always the same; nothing, as where people look at its pages all the
   * time; or it does not let the app count.
   */
  readonly counts?: "all" | "since read" | "always 7" | "always 0" | "nothing" | "refused"
}

const day = 86_400_000
const beijing = 8 * 3_600_000
const most = Quota.ordinary.callsPerDay

/** What fans write: a comment every so many minutes of Weibo's time. */
export const make = (begins: DateTime.DateTime, every: number, behaviour: Behaviour) => {
  const start = DateTime.toEpochMillis(begins)
  const idAt = (millis: number) => String(WeiboId.firstOf(millis) + 7n)
  const calls = new Map<number, number>()
  const refused = new Map<number, number>()
  let pages = 0
  let counted = 0
  let readTo = 0
  const dayOf = (now: number) => Math.floor((now + beijing) / day)
  const left = (now: number) => most - (calls.get(dayOf(now)) ?? 0)
  const written = (now: number) =>
    Array.from({ length: Math.max(0, Math.floor((now - start) / (every * 60_000)) + 1) }, (_, number) => {
      const at = start + number * every * 60_000
      return { id: idAt(at), created_at: WeiboDate.format(at), text: `第 ${number} 条`, user: { id: 2489518277 } }
    })

  const page = (now: number, params: WeiboApi.Params) => {
    const [since, max] = ["since_id", "max_id"].map((name) =>
      behaviour.ignores === name ? 0n : BigInt(params[name] ?? 0)
    )
    const inRange = written(now)
      .toReversed()
      .filter(({ id }) => BigInt(id) > (since ?? 0n) && (!max || BigInt(id) <= max))
    const next = inRange[50]
    pages++
    readTo = written(now).length
    return { comments: [...(behaviour.odd ?? []), ...inRange.slice(0, 50)], next_cursor: next?.id ?? String(since) }
  }

  const status = (now: number) => {
    const tomorrow = (dayOf(now) + 1) * day - beijing
    const until = behaviour.says === "hours" ? (Math.floor(now / 3_600_000) + 1) * 3_600_000 : tomorrow
    return {
      user_limit: most,
      remaining_user_hits: left(now),
      limit_time_unit: behaviour.says === "hours" ? "HOURS" : "DAYS",
      reset_time: WeiboDate.formatPlain(until),
      reset_time_in_seconds: Math.ceil((until - now) / 1000)
    }
  }

  const unread = (now: number, path: string): object => {
    counted++
    const all = written(now).length
    const none = { mention_status: 0, mention_cmt: 0 }
    switch (behaviour.counts ?? "all") {
      case "all":
        return { cmt: all, ...none }
      case "since read":
        return { cmt: all - readTo, ...none }
      case "always 7":
        return { cmt: 7, mention_status: 7, mention_cmt: 7 }
      case "always 0":
        return { cmt: 0, ...none }
      case "nothing":
        return {}
      case "refused":
        return { error: "Insufficient app permissions!", error_code: 10014, request: path }
    }
  }

  const answer = (now: number, { path }: WeiboEndpoint.WeiboEndpoint<unknown>, params: WeiboApi.Params): object => {
    if (path.includes("rate_limit_status")) return behaviour.says === "nothing" ? {} : status(now)
    if (left(now) <= 0) {
      refused.set(dayOf(now), (refused.get(dayOf(now)) ?? 0) + 1)
      return { error: "User requests out of rate limit!", error_code: 10023, request: path }
    }
    calls.set(dayOf(now), (calls.get(dayOf(now)) ?? 0) + 1)
    if (path.includes("unread_count")) return unread(now, path)
    return path.includes("to_me") ? page(now, params) : []
  }

  const call: WeiboApi.WeiboApi["Service"]["call"] = (_account, endpoint, params) =>
    Effect.flatMap(DateTime.now, (now) => {
      const theirs = DateTime.toEpochMillis(now) + Duration.toMillis(behaviour.skew)
      return Effect.fromResult(endpoint.answer(200, JSON.stringify(answer(theirs, endpoint, params))))
    })

  return {
    api: Layer.succeed(WeiboApi.WeiboApi, { call }),
    written,
    /** The most reads of one of its days that were refused. */
    wasted: () => Math.max(0, ...refused.values()),
    pages: () => pages,
    counted: () => counted,
    /** All calls that were let through. */
    calls: () => [...calls.values()].reduce((sum, one) => sum + one, 0),
    /** Somebody else uses up the calls of the day on which it is then. */
    exhaust: (now: DateTime.DateTime) =>
      void calls.set(dayOf(DateTime.toEpochMillis(now) + Duration.toMillis(behaviour.skew)), most)
  }
}
