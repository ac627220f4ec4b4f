/**
 * What is heard of some fans in a quarter of a year, as raw rows; and how it is recorded.
 *
 * @module
 */
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { CodeRedeemed } from "@dualops/core/codes"
import { AccountReading, FanLook } from "@dualops/core/fans"
import { Interaction } from "@dualops/core/interaction"
import { Outreach } from "@dualops/core/members"
import { Observations } from "@dualops/core/observations"
import { DrawEntry } from "@dualops/core/prizes"
import { Case } from "@dualops/core/process"
import { Heard, Judgement } from "@dualops/core/triage"
import { DateTime, Effect } from "effect"

/** One row. */
export interface Raw {
  readonly kind: "Heard" | "CodeRedeemed" | "DrawEntry" | "Outreach" | "AccountReading" | "FanLook"
  /** Whether it is of the account itself; another account's is of nobody here. */
  readonly own: boolean
  readonly fan?: string
  /** In milliseconds. */
  readonly at: number
  readonly post?: string
  readonly is?: "alive" | "unknown" | "dead"
  readonly followers?: number
}

const week = 7 * 86_400_000
const end = Date.parse("2026-11-23T00:00:00+08:00")

/** A few hundred fans: most come once, some again and again; the same for the same number. */
export const raw = (seed: number): ReadonlyArray<Raw> => {
  let state = seed
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const fans = Array.from({ length: 400 }, (_, index): ReadonlyArray<Raw> => {
    const fan = `${2_000_000_000 + index}`
    const own = index % 10 !== 0
    const first = end - Math.floor(chance() * 20 * week)
    const times = chance() < 0.5 ? 1 : Math.floor(chance() * 25)
    const sights = Array.from({ length: times }, (_, time): Raw => {
      const at = time === 0 ? first : first + Math.floor(chance() * 9 * week)
      const kind = (["Heard", "CodeRedeemed", "DrawEntry"] as const)[Math.floor(chance() * 3)] ?? "Heard"
      return { kind, own, fan, at, ...(kind === "CodeRedeemed" && chance() < 0.5 && { post: "5034567890123456" }) }
    })
    const invited: Raw = { kind: "Outreach", own, fan, at: first + Math.floor((chance() - 0.7) * week) }
    return chance() < 0.3 ? [invited, ...sights] : sights
  })
  const looks = Array.from({ length: 100 }, (_, index): Raw => {
    const is = index < 30 ? "dead" : index < 90 ? "alive" : "unknown"
    return { kind: "FanLook", own: true, fan: `${3_000_000_000 + index}`, at: end - week / 2, is }
  })
  const readings = [end - week - 3_600_000, end - 3_600_000].map(
    (at, index): Raw => ({ kind: "AccountReading", own: true, at, followers: 9_000 + 400 * index })
  )
  return [...fans.flat(), ...looks, ...readings]
}

/** Records the rows, those that are not the account's own for another. */
export const record = (account: AccountId, rows: ReadonlyArray<Raw>) =>
  Effect.forEach(rows.entries(), ([number, row]) => {
    const common = {
      account: row.own ? account : AccountId.make("1000000009"),
      key: `row ${number}`,
      at: DateTime.makeUnsafe(row.at),
      source: "raw"
    }
    const fan = FanId.make(row.fan ?? "1")
    switch (row.kind) {
      case "Heard": {
        const id = Interaction.InteractionId.make(common.key)
        const post = PostId.make("5034567890123456")
        const said = { kind: "comment" as const, id, post, from: { id: fan }, text: "好喝", at: common.at }
        return Observations.record(Heard.kind, [Heard.of(common.account, said, Judgement.unsure, "counted")])
      }
      case "CodeRedeemed": {
        const facts = { series: Case.CaseId.make("tea"), placement: "sleeves" }
        const whole = row.post === undefined ? facts : { ...facts, post: PostId.make(row.post) }
        return Observations.record(CodeRedeemed.kind, [{ ...common, facts: whole, personal: { fan } }])
      }
      case "DrawEntry": {
        const facts = { draw: DrawEntry.DrawId.make("spring"), did: "repost" }
        return Observations.record(DrawEntry.kind, [{ ...common, facts, personal: { fan } }])
      }
      case "Outreach": {
        const facts = { member: Outreach.markOf(fan), number: 0, what: "invited" as const }
        return Observations.record(Outreach.kind, [{ ...common, facts, personal: { fan } }])
      }
      case "AccountReading":
        return Observations.record(AccountReading.kind, [{ ...common, facts: { followers: row.followers ?? 0 } }])
      case "FanLook": {
        const is = row.is ?? "unknown"
        const facts = { is, reasons: is === "dead" ? (["account gone"] as const) : [] }
        return Observations.record(FanLook.kind, [{ ...common, facts, personal: { fan } }])
      }
    }
  })
