import { AccountId, FanId } from "@dualops/core/account"
import type { PrizeDelivery, PrizeDeliveryProcess, PrizeDraw, PrizeDrawProcess } from "@dualops/core/practices"
import { Beacon, Canonical, type DrawRecord } from "@dualops/core/prizes"
import { Actor, Allowance } from "@dualops/core/process"
import type { Traces } from "@dualops/core/testing"
import { DateTime } from "effect"

export const account = AccountId.make("1234567890")
export const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
const told = { lead: lin.person, others: [zhou.person] }

export const settings: PrizeDraw.Settings = {
  ...told,
  attention: Allowance.always("10 minutes"),
  settlesWithin: Allowance.always("30 days"),
  excluded: [FanId.make("1000000007")]
}
export const ofDeliveries: PrizeDelivery.Settings = {
  ...told,
  tellWithin: Allowance.always("1 day"),
  claimWithin: Allowance.always("7 days"),
  sendWithin: Allowance.always("3 days"),
  arriveWithin: Allowance.always("10 days")
}

export const wishFrom = (at: DateTime.Utc): (typeof PrizeDrawProcess)["steps"]["Announce"]["input"]["Type"] => ({
  account,
  name: "中秋抽奖",
  opens: at,
  closes: DateTime.add(at, { days: 3 }),
  draws: DateTime.add(at, { days: 3, hours: 1 }),
  prizes: [
    { name: "手机", count: 1, yuan: 4_999 },
    { name: "杯子", count: 3, yuan: 19.9 }
  ],
  alternates: 2,
  requires: ["repost"],
  excludes: ["本公司员工"]
})

/** What a carrier would make of it. */
export const announcedFrom = (at: DateTime.Utc): DrawRecord.Announced => {
  const { closes, draws, opens } = wishFrom(at)
  return {
    draw: "moon",
    account,
    opens: DateTime.formatIso(opens),
    closes: DateTime.formatIso(closes),
    draws: DateTime.formatIso(draws),
    prizes: [
      { prize: "prize-1", name: { zh: "手机", en: "手机" }, count: 1, value: 499_900 },
      { prize: "prize-2", name: { zh: "杯子", en: "杯子" }, count: 3, value: 1_990 }
    ],
    alternates: 2,
    requires: ["repost"],
    excludes: ["本公司员工"],
    chain: Beacon.quicknet.hash,
    commitment: "0".repeat(64)
  }
}

const digest = Canonical.fingerprint("some list")
const fan = (number: number) => FanId.make(`20000000${number}`)
const ticket = (number: number) => `${number}`.padStart(32, "0")
const each = ["prize-1", "prize-2", "prize-2", "prize-2"]
/** So many have entered, and of one of them nothing is known any more. */
export const drewFrom = (people: number, lost: number): (typeof PrizeDrawProcess)["steps"]["Drew"]["input"]["Type"] => {
  const all = Array.from({ length: Math.min(6, people) }, (_, number) => ({
    ticket: ticket(number),
    ...(number !== lost && { fan: fan(number) })
  }))
  return {
    winners: all.slice(0, 4).map((one, place) => ({ ...one, prize: each[place] ?? "" })),
    alternates: all.slice(4)
  }
}
const heard = (pick: (bound: number) => number) => ({ fan: fan(pick(6)), prize: pick(3) === 0 ? "prize-1" : "prize-2" })

/** What random runs of a draw are made of. */
export const cast: Traces.Cast<typeof PrizeDrawProcess> = {
  people: [lin.person, zhou.person],
  settings: [settings],
  inputs: {
    Announce: (pick, at) => {
      const wish = wishFrom(at)
      const [phone] = wish.prizes
      return (
        [
          wish,
          wish,
          wish,
          { ...wish, draws: wish.closes },
          { ...wish, prizes: [{ ...phone, yuan: 60_000 }] as const },
          { ...wish, prizes: [phone, phone] as const }
        ][pick(6)] ?? wish
      )
    },
    Prepared: (_, at) => ({ announced: announcedFrom(at), fingerprint: digest }),
    Froze: (pick, at) => ({
      fingerprint: digest,
      frozen: {
        announcement: digest,
        at: DateTime.formatIso(at),
        entries: pick(9),
        tickets: digest,
        turnedAway: { early: 0, late: 0, lacking: 0, excluded: 0, malformed: 0, repeated: 0 },
        round: 1 + pick(9)
      }
    }),
    Drew: (pick) => drewFrom(pick(8), pick(8)),
    Delivered: heard,
    Freed: heard,
    TakeBack: heard
  }
}

/** What random runs of a delivery are made of. */
export const castOfDeliveries: Traces.Cast<typeof PrizeDeliveryProcess> = {
  people: [lin.person, zhou.person],
  settings: [ofDeliveries],
  inputs: {
    Award: (pick) => ({ account, draw: "中秋抽奖", fan: fan(pick(6)), prize: "prize-2", named: "杯子" })
  }
}
