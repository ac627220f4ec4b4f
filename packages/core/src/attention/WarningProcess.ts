/**
 * The rules of a warning, as one value: whoever can still do something about a deadline is told before it runs out, and nobody after.
 *
 * @module
 */
import { Array as Arrays, Result } from "effect"
import { inOrder } from "../process/Presence.ts"
import * as Chain from "./Chain.ts"
import * as Warning from "./Warning.ts"

const { deadline, process, start, step } = Warning.warning

const notify = (warning: Warning.State) => {
  const to = warning._tag === "Open" ? Warning.toTell(warning) : undefined
  return to === undefined ? undefined : { to, message: warning.message }
}

/** It is over when nobody is left who has to be told, and somebody has it. */
const unlessOver = (warning: Warning.Open): Warning.Open | Warning.Told =>
  Warning.isHeard(warning) && Warning.toTell(warning) === undefined ? { ...warning, _tag: "Told" } : warning

const TurnUp = start({
  ...Chain.turnUp,
  input: Warning.matter,
  facts: { ...Warning.matter, chain: Chain.told.chain },
  decide: (input, { presence = () => "there", settings }) => {
    // Whoever is not there can do nothing about it; others may.
    const awaited = Arrays.dedupe(input.awaited).filter((person) => presence(person) === "there")
    return Result.succeed({ ...input, awaited, chain: inOrder(Chain.after(input.awaited, settings), presence) })
  },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, ...Chain.begun }),
  performs: { notify }
})

const on = { to: ["Open", "Told"], performs: { notify } } as const
const over = { ...on, evolve: (warning: Warning.Open) => unlessOver(Chain.passOver(warning)) } as const
const Arrive = step({ ...Chain.arrive, ...on, evolve: (warning) => unlessOver(Chain.passOn(warning)) })
const Miss = step({ ...Chain.miss, ...over })
const MissPerhaps = step({ ...Chain.missPerhaps, ...over })

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
  outcomes: Chain.outcomes,
  invariants: { "who is told is heard of": (warning) => warning._tag !== "Told" || Warning.isHeard(warning) }
})
