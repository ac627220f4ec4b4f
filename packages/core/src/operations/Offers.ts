/**
 * What a person may begin and do now, each with what it asks for: all that a page, an API or an assistant has to know to make an order of it,
 * derived from the processes. An offer that is taken up goes through `Operations.submit`.
 *
 * @module
 */
import { DateTime, Effect, type JsonSchema, Schema } from "effect"
import * as Tag from "../account/Tag.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Picture from "../pictures/Picture.ts"
import type { Permission, Person } from "../process/Actor.ts"
import { type Address, CaseId } from "../process/Case.ts"
import { isPersonal } from "../process/Declaration.ts"
import * as Face from "../process/Face.ts"
import * as Process from "../process/Process.ts"
import { defaultZone, type Reader } from "../process/Reader.ts"
import type { Stands } from "../process/Standing.ts"
import type { Actionable, Caseload } from "./Caseload.ts"
import * as CaseSheet from "./CaseSheet.ts"
import { parentsOf } from "./Cases.ts"
import type { Edition, Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Opening from "./Opening.ts"
import * as PartOf from "./PartOf.ts"
import type { Snapshots } from "./Snapshots.ts"
import * as Standings from "./Standings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A step that a person may take now. */
export interface Offer {
  readonly process: CaseSheet.Named
  readonly step: CaseSheet.Named
  readonly needs: Permission
  /** The case that it is taken in; nothing where it begins one. */
  readonly case: CaseSheet.CaseSheet | undefined
  /** The accounts of the handbook that it belongs to: of which the order says one, where it begins a case and its input names none. */
  readonly accounts: ReadonlyArray<string>
  /** The time zone on whose wall its people read moments. */
  readonly timeZone: string
  /** The JSON Schema (2020-12) of the input of the order. */
  readonly input: object
  /** What the input begins with, for whoever takes it up to change: a draft as it stands, an answer that was suggested. */
  readonly opensWith?: Opening.Opening
}

/**
 * Everything that this person may begin and do now: first what may be done, the most pressing first and in at most so many cases (500 unless it is
 * said), then what may be begun.
 */
export const to = Effect.fn("Offers.to")(function* (
  caseload: Pick<Caseload, "actionable" | "processes">,
  person: Person,
  most?: number
): Effect.fn.Return<ReadonlyArray<Offer>, StoreUnavailable, EventLog | Snapshots | Editions> {
  const now = yield* DateTime.now
  const open = yield* caseload.actionable(person, most)
  const parents = yield* Effect.flatMap(parentsOf(caseload.processes, open), Handbooks.seen(person))
  const belonging = yield* Handbooks.ofVersions(open.map((one) => one.case.handbook))
  const partOf = PartOf.amongEach(parents, belonging)
  const inCases = open.flatMap((one) => {
    const its = belonging.get(one.case.handbook)
    return its === undefined ? [] : inCase(one, its, partOf(one.case.handbook), now)
  })
  const standing = yield* Standings.overBeginnings(caseload.processes)
  const beginnings = (yield* Handbooks.seenBy(person)).flatMap((today) =>
    caseload.processes
      .filter((process) => today.runs?.(process) !== false)
      .flatMap((process) => beginning(process, today, person, now, standing))
  )
  return [...inCases, ...beginnings]
})

/** A case that a person sees, and what they may do in it now. */
export interface Seen {
  readonly case: CaseSheet.CaseSheet
  readonly offers: ReadonlyArray<Offer>
  /** The things that it names, each by its kind: the account, a fan. */
  readonly names: ReadonlyArray<{ readonly kind: string; readonly id: string }>
  /** The pictures that it has. */
  readonly pictures: ReadonlyArray<Picture.Picture>
  /** How its people read of it: by today's handbook. */
  readonly reader: Reader
}

/** The case at that address, open or over, and what this person may do in it now; nothing where they see no such case. */
export const ofCase = Effect.fn("Offers.ofCase")(function* (
  caseload: Pick<Caseload, "one" | "processes">,
  address: Address,
  person: Person
): Effect.fn.Return<Seen | undefined, StoreUnavailable, EventLog | Snapshots | Editions> {
  const one = yield* caseload.one(address, person)
  if (one === undefined) return undefined
  const belonging = yield* Handbooks.ofVersion(one.case.handbook)
  const parents = yield* Effect.flatMap(parentsOf(caseload.processes, [one]), Handbooks.seen(person))
  const partOf = PartOf.among(parents, belonging.today)
  const now = yield* DateTime.now
  const reader = belonging.today
  const names = Tag.idsIn(one.process.state)?.(one.case.state) ?? []
  return {
    names,
    pictures: picturesIn(one.process)?.(one.case.state) ?? [],
    case: CaseSheet.of(one, belonging, partOf, now),
    offers: inCase(one, belonging, partOf, now),
    reader
  }
})

const picturesIn = (process: Process.Any) => {
  if (!looks.has(process)) looks.set(process, Picture.inside(process.state))
  return looks.get(process)
}

/** A process is looked through once. */
const looks = new WeakMap<Process.Any, ReturnType<typeof Picture.inside>>()

const inCase = (
  one: Actionable,
  belonging: Handbooks.Belonging,
  partOf: PartOf.PartOf,
  at: Moment
): ReadonlyArray<Offer> => {
  if (one.tasks.length === 0) return []
  const sheet = CaseSheet.of(one, belonging, partOf, at)
  return one.tasks.map(({ step }) => {
    const opensWith = Opening.of(one.process, step, one.case.state)
    return { ...offerOf(one.process, step, belonging.today), case: sheet, ...(opensWith && { opensWith }) }
  })
}

/** The steps that begin a case, and are open to the person. */
const beginning = (
  process: Process.Any,
  today: Edition,
  by: Person,
  at: Moment,
  standing: ReadonlyArray<Stands>
): ReadonlyArray<Offer> =>
  Object.entries(process.steps).flatMap(([step, { by: needs, from }]) => {
    if (!isPersonal(needs) || from.length > 0) return []
    const { calendars, entitled, version: handbook } = today
    const settings = today.settings(process)
    const occasion = { case: unnamed, by, at, handbook, settings, entitled, calendars, standing }
    return Process.closed(process, undefined, step, occasion) === undefined ? [offerOf(process, step, today)] : []
  })

/** The case that is not begun has no name yet, and no rule asks for it. */
const unnamed = CaseId.make("unnamed")

const offerOf = (process: Process.Any, step: string, { accounts, timeZone = defaultZone }: Edition): Offer => ({
  process: { name: process.name, title: process.title },
  step: { name: step, title: Face.step(process, step) },
  // Steps of people alone are offered.
  needs: process.steps[step]?.by as Permission,
  case: undefined,
  accounts,
  timeZone,
  input: inputOf(process, step)
})

/** The JSON Schema of what a step is told, as `Operations.submit` reads it. */
export const inputOf = (process: Process.Any, step: string): object => {
  const input = Process.inputOf(process, step)
  const known = schemas.get(input)
  if (known !== undefined) return known
  const { definitions, schema } = Schema.toJsonSchemaDocument(Schema.toCodecJson(input), { onExcessProperty: "error" })
  const made = Object.keys(definitions).length === 0 ? schema : { ...schema, $defs: definitions }
  schemas.set(input, made)
  return made
}

export { type Opening, of as opening } from "./Opening.ts"

const schemas = new WeakMap<Schema.Constraint, JsonSchema.JsonSchema>()
