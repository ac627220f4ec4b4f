/** A wave that wins fans back obeys the laws of every process. */
import { AccountId } from "@dualops/core/account"
import { WinBackProcess } from "@dualops/core/practices"
import { Actor } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { DateTime } from "effect"
import { settings } from "./WinBackCast.ts"

const people = ["lin", "zhou", "he"].map((id) => Actor.person(id).person)
const wish = {
  reason: "夏天来过的粉丝，秋天没有再来。",
  audience: { stages: ["quiet"] },
  subject: "好久不见",
  text: "新品的暗号只在微博。"
} as const
const until = (now: DateTime.Utc, pick: (most: number) => number) => ({
  until: DateTime.add(now, { minutes: pick(30_000) })
})

ProcessLaws.suite("WinBack", WinBackProcess, {
  people,
  settings: [settings, { ...settings, others: people.slice(1, 2), holdout: 0, cap: 2 }],
  inputs: {
    Propose: (pick, now) => ({ account: AccountId.make("1902538057"), ...wish, ...until(now, pick) }),
    Revise: (pick, now) => ({ ...wish, reason: `又一稿 ${pick(9)}`, ...until(now, pick) }),
    // Whoever counts finds no more of them back than there were.
    Compare: (pick) => {
      const [writtenBack, heldOutBack] = [pick(9), pick(9)]
      return {
        written: writtenBack + pick(9),
        writtenBack,
        heldOut: heldOutBack + pick(9),
        heldOutBack,
        erased: pick(3)
      }
    }
  }
})
