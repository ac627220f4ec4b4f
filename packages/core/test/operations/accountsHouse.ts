/**
 * A company with two accounts, each with a handbook of its own: lin, he, qin and tang work for the tea, mo, xu, nan and gu for the cups, and zhou for
 * both.
 *
 * @module
 */
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import type { Handbook } from "@dualops/core/handbook"
import { Caseload, type EditionStore, Operations, type Store } from "@dualops/core/operations"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Actor, Case, type Process } from "@dualops/core/process"
import { TakeoverProcess, TakeoverRights } from "@dualops/core/team"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { wall, written } from "../handbook/teaHouse.ts"

export const { holidays } = ChineseHolidays
export const [tea, cups] = [AccountId.make("1000000001"), AccountId.make("2000000002")]

const team = { ...written.team, takeover: { most: "1 day" as const } }
const rounds = { reminds: { time: "2 hours", calendar: "office" } }
const handbookOf = (more: Partial<Handbook.Written>) =>
  Result.getOrThrow(
    Practices.formOf().check({ ...written, team, rounds, ...more }, (path) => ({ path: path.join(".") }))
  )

/** The handbook of the tea. */
export const ofTea = handbookOf({ version: "tea 1", account: { ...written.account, id: tea } })

const theirs = new Map([
  ["lin", "mo"],
  ["he", "xu"],
  ["qin", "nan"],
  ["tang", "gu"],
  ["wu", "fu"]
])
const renamed: Handbook.Written = JSON.parse(
  JSON.stringify({ ...written, team }).replaceAll(/"(lin|he|qin|tang|wu)"/g, (_, id) => `"${theirs.get(id)}"`)
)
/** The handbook of the cups, with the same duties in other hands. */
export const ofCups = handbookOf({
  ...renamed,
  version: "cups 1",
  brand: { zh: "星河杯", en: "Xinghe Cups" },
  account: { ...written.account, id: cups, name: "星河杯" }
})
/** Who is in which team, by nothing but the handbook. */
export const isOf = (account: string, person: string): boolean =>
  Object.hasOwn((account === tea ? ofTea : ofCups).team.people, person)

export const morning = wall("2026-09-18T10:00")
export const content = { text: "桂花乌龙", pictures: [] }
export const [lin, mo, zhou, gu] = ["lin", "mo", "zhou", "gu"].map((id) => Actor.person(id)) as [
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const named = (name: string) => Case.CaseId.make(name)
export const processes = [PostProcess, TakeoverProcess]

export const compose = (by: Actor.Person, account: AccountId, name: string) =>
  Operations.send(PostProcess, {
    key: name,
    case: named(name),
    step: "Compose",
    by,
    input: { account, content, slot: wall("2026-09-18T18:00") }
  })
export const step = <const S extends Process.StepOf<typeof PostProcess>>(
  by: Actor.Person,
  name: string,
  step: S,
  input: Process.InputOf<typeof PostProcess, S>
) => Operations.send(PostProcess, { key: `${name} ${step}`, case: named(name), step, by, input })
export const takeOver = (by: Actor.Person, absent: string, account?: string) =>
  Operations.send(TakeoverProcess, {
    key: `take ${absent}`,
    case: named(`${by.person} for ${absent}`),
    step: "Take",
    by,
    input: { absent: Actor.PersonId.make(absent), taker: by.person, until: wall("2026-09-18T20:00"), reason: "ill" },
    ...(account !== undefined && { account })
  })

/** What stays where it is when a house is stopped and started again. */
const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)

/** Runs it in an empty store, in the morning. */
export const inStore = <A, E>(body: Effect.Effect<A, E, Store | EditionStore.EditionStore>) =>
  TestClock.setTime(morning.epochMilliseconds).pipe(Effect.andThen(body), Effect.provide(store))

/** Starts the house with these handbooks. */
export const started = <A, E, R>(body: Effect.Effect<A, E, R>, handbooks: Parameters<typeof KeptEditions.layer>[0]) =>
  Effect.provide(body, TakeoverRights.editions(KeptEditions.layer(handbooks, holidays)))

/** The house with the handbooks of both accounts. */
export const both = [ofTea, ofCups] as const
export const inBoth = <A, E, R>(body: Effect.Effect<A, E, R>) => started(body, both)
/** What is on somebody's desk. */
export const deskOf = (person: Actor.Person) =>
  Effect.map(
    Effect.suspend(() => Caseload.make(processes).desk(person)),
    (tasks) => [...new Set(tasks.map(({ case: id }) => String(id)))].sort()
  )
