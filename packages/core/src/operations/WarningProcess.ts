/**
 * The rules of a warning, as one value: whoever can still do something about a deadline is told before it runs out, and nobody after.
 *
 * @module
 */
import { Array as Arrays, Result, Schema } from "effect"
import * as Action from "../process/Action.ts"
import { PersonId } from "../process/Actor.ts"
import { inOrder } from "../process/Presence.ts"
import * as Warning from "./Warning.ts"

const { deadline, process, start, step } = Warning.warning

const notify = (warning: Warning.State) => {
  const to = warning._tag === "Open" ? Warning.toTell(warning) : undefined
  return to === undefined ? undefined : { to, message: warning.message }
}

/** The next has their turn; it is over when nobody is left who has to be told, and somebody has it. */
const passOn = (warning: Warning.Open, isHeard: boolean): Warning.Open | Warning.Told => {
  const next: Warning.Open = { ...warning, turn: warning.turn + 1, isHeard: warning.isHeard || isHeard }
  return next.isHeard && Warning.toTell(next) === undefined ? { ...next, _tag: "Told" } : next
}

const TurnUp = start({
  title: { zh: "出现", en: "turn up" },
  to: ["Open"],
  by: "world",
  input: Warning.matter,
  facts: { ...Warning.matter, chain: Schema.NonEmptyArray(PersonId) },
  decide: (input, { presence = () => "there", settings: { lead, others = [] } }) => {
    const [first = lead, ...rest] = Arrays.dedupe([...input.awaited, lead, ...others])
    // Whoever is not there can do nothing about it; others may.
    const awaited = Arrays.dedupe(input.awaited).filter((person) => presence(person) === "there")
    return Result.succeed({ ...input, awaited, chain: inOrder([first, ...rest], presence) })
  },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, turn: 0, isHeard: false }),
  performs: { notify }
})

const Arrive = step({
  title: { zh: "获知已送达", en: "hear that it has arrived" },
  from: ["Open"],
  to: ["Open", "Told"],
  by: "world",
  evolve: (warning) => passOn(warning, true),
  performs: { notify }
})

const missing = {
  from: ["Open"],
  to: ["Open", "Told"],
  by: "world",
  evolve: (warning: Warning.Open) => passOn(warning, false),
  performs: { notify }
} as const
const Miss = step({
  title: { zh: "获知未送达", en: "hear that it has not arrived" },
  ...missing,
  input: Action.refused
})
const MissPerhaps = step({
  title: { zh: "是否送达不明", en: "not know whether it has arrived" },
  ...missing,
  input: Action.unknown
})

const Lapse = step({ title: { zh: "到期", en: "lapse" }, from: ["Open"], to: ["Lapsed"], by: "clock" })

/** That a deadline is going to run out, for whoever can still do something about it. */
export const WarningProcess = process({
  about: ({ message }) => message,
  steps: { TurnUp, Arrive, Miss, MissPerhaps, Lapse },
  final: ["Told", "Lapsed"],
  deadlines: {
    end: deadline({
      title: { zh: "到期时间", en: "end" },
      while: ["Open"],
      at: ({ until }) => until,
      fires: "Lapse"
    })
  },
  outcomes: { notify: { done: "Arrive", refused: "Miss", unknown: "MissPerhaps" } },
  invariants: { "who is told is heard of": (warning) => warning._tag !== "Told" || warning.isHeard }
})
