/**
 * Who carries what draws and series of codes ask for, for the tests of campaigns: of whoever took part, two have won, and nobody stands in line.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { Carrier } from "@dualops/core/operations"
import { CodeSeries, PrizeDraw } from "@dualops/core/practices"
import { Beacon, Canonical } from "@dualops/core/prizes"
import { DateTime, Effect } from "effect"

const digest = Canonical.fingerprint("some list")
export const winners = [FanId.make("2000000001"), FanId.make("2000000002")] as const
const ticket = (number: number) => `${number}`.padStart(32, "0")

export const carriers = [
  Carrier.make(
    PrizeDraw.preparing,
    ({ account, alternates, closes, draws, excludes, name, opens, prizes, requires }) => {
      const [first, ...others] = prizes.map(({ count, name: called, yuan }, index) => ({
        prize: `prize-${index + 1}`,
        name: { zh: called, en: called },
        count,
        value: Math.round(yuan * 100)
      }))
      if (first === undefined) return Effect.die("a draw without prizes")
      const [opened, closed, drawn] = [opens, closes, draws].map(DateTime.formatIso)
      const announced = {
        draw: name,
        account,
        opens: opened ?? "",
        closes: closed ?? "",
        draws: drawn ?? "",
        prizes: [first, ...others] as const,
        alternates,
        requires,
        excludes,
        chain: Beacon.quicknet.hash,
        commitment: digest
      }
      return Effect.succeed({ announced, fingerprint: digest })
    }
  ),
  Carrier.make(PrizeDraw.freezing, ({ announced }) => {
    const turnedAway = { early: 0, late: 0, lacking: 0, excluded: 0, malformed: 0, repeated: 0 }
    const frozen = { announcement: digest, at: announced.closes, entries: 2, tickets: digest, turnedAway, round: 1 }
    return Effect.succeed({ frozen, fingerprint: digest })
  }),
  Carrier.make(PrizeDraw.drawing, () =>
    Effect.succeed({
      winners: winners.map((fan, index) => ({ ticket: ticket(index), fan, prize: "prize-1" })),
      alternates: []
    })
  ),
  Carrier.make(CodeSeries.keepCodes, ({ revision }) => Effect.succeed({ revision }))
]
