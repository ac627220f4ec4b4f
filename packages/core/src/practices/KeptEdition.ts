/**
 * An edition as it is kept: the handbook, and what the processes of the brand's own are told, each as JSON under a name; and what can be
 * wrong with one.
 *
 * Holidays are not kept. They are facts of the world and no rules of the house: every edition counts by those that the program knows now, so
 * that a year which has been announced since is known to earlier editions, too.
 *
 * @module
 */
import { DateTime, Equal, Result, Schema } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { type Moment, parse } from "../calendar/Moment.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { fromIssue, pathText } from "../finding/SchemaFindings.ts"
import * as Changes from "../handbook/Changes.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { Section } from "../operations/EditionStore.ts"
import type { Edition } from "../operations/Editions.ts"
import type { Practice, Running } from "../practice/Practice.ts"
import type { HandbookVersion } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"
import { edition } from "./Edition.ts"
import { formOf } from "./Practices.ts"

/** Two handbooks, or other settings of the brand's own processes, under one version. */
export class ChangedWithoutVersion extends Schema.TaggedError<ChangedWithoutVersion>()(
  "KeptEdition.ChangedWithoutVersion",
  {
    version: Schema.String,
    changed: Schema.Array(Schema.String)
  }
) {
  override get message() {
    return `Edition ${this.version} is kept, and says something else in ${this.changed.join(", ")}: give what has changed a new version.`
  }
}

/** Handbooks of one house are told apart by their accounts, and their editions by their versions, also those of two accounts. */
export class NotTheirOwn extends Schema.TaggedError<NotTheirOwn>()("KeptEdition.NotTheirOwn", {
  what: Schema.Literals(["account", "version"]),
  /** The account, or the version, that two handbooks have. */
  id: Schema.String,
  brands: Schema.Array(Bilingual)
}) {
  override get message() {
    const brands = this.brands.map(({ en }) => en).join(" and ")
    return this.what === "account"
      ? `Two handbooks are for the account ${this.id}, ${brands}: a house has one for each.`
      : `The handbooks of ${brands} both have an edition ${this.id}: give one of them another version, such as its brand and a number.`
  }
}

/** Somebody stands in the handbooks of two accounts under one name, and is called otherwise in each: it would be taken for one person. */
export class OtherPerson extends Schema.TaggedError<OtherPerson>()("KeptEdition.OtherPerson", {
  id: Schema.String,
  names: Schema.Array(Schema.String)
}) {
  override get message() {
    return `${this.id} is ${this.names.join(" in one handbook, and ")} in another: the same id is the same person in all handbooks of a house.`
  }
}

/** Cases are open whose edition is not kept, or cannot be read any more; they could not be run. */
export class Lacking extends Schema.TaggedError<Lacking>()("KeptEdition.Lacking", {
  lacking: Schema.Array(
    Schema.Struct({ version: Schema.String, why: Schema.String, cases: Schema.NonEmptyArray(Schema.String) })
  )
}) {
  override get message() {
    const told = this.lacking.map(({ cases, version, why }) => {
      const more = cases.length > 5 ? ` and ${cases.length - 5} more` : ""
      return `Edition ${version} ${why}, and under it run ${cases.slice(0, 5).join(", ")}${more}.`
    })
    return `${told.join(" ")} Put an edition there with KeptEditions.keep, as it was; then start again.`
  }
}

/** Everything that is kept of an edition. */
export const sections = (handbook: Handbook, practices: ReadonlyArray<Practice>): ReadonlyArray<Section> => [
  { version: handbook.version, name: "handbook", content: Schema.encodeSync(jsonOf(practices))(handbook) },
  ...ownOf(practices).map(({ process, settings }) => ({
    version: handbook.version,
    name: nameOf(process),
    // What was told has the type of the process's own settings.
    content: Schema.encodeUnknownSync(codecOf(process))(settings(handbook))
  }))
]

/** When a house began to run under that edition: the first to say so is believed. */
export const beginning = (version: HandbookVersion, at: Moment): Section => ({
  version,
  name: "since",
  content: DateTime.formatIso(at)
})

/** When it began, as far as that is kept and can be read. */
export const begun = (kept: Schema.Json | undefined): Pick<Edition, "since"> => {
  const millis = typeof kept === "string" ? parse(kept) : undefined
  return millis === undefined ? {} : { since: DateTime.makeUnsafe(millis) }
}

/** The handbooks, if they can be told apart: by account, by version, and everybody in them by one name. */
export const apart = (handbooks: ReadonlyArray<Handbook>): Result.Result<void, NotTheirOwn | OtherPerson> => {
  for (const [index, one] of handbooks.entries()) {
    for (const other of handbooks.slice(0, index)) {
      const brands = [other.brand, one.brand]
      if (one.account.id === other.account.id)
        return Result.fail(new NotTheirOwn({ what: "account", id: one.account.id, brands }))
      if (one.version === other.version)
        return Result.fail(new NotTheirOwn({ what: "version", id: one.version, brands }))
      for (const [id, { name }] of Object.entries(one.team.people)) {
        const there = Object.entries(other.team.people).find(([same]) => same === id)?.[1]
        if (there !== undefined && there.name !== name)
          return Result.fail(new OtherPerson({ id, names: [there.name, name] }))
      }
    }
  }
  return Result.void
}

/** Where the section that is kept says something else than the one of now. */
export const changed = (kept: Schema.Json, now: Section, practices: ReadonlyArray<Practice>): ReadonlyArray<string> => {
  if (Equal.equals(kept, now.content)) return []
  const process = ownOf(practices).find((one) => nameOf(one.process) === now.name)?.process
  if (process === undefined) {
    const decode = Schema.decodeUnknownResult(jsonOf(practices))
    const [before, after] = [kept, now.content].map((json) => Result.getOrUndefined(decode(json)))
    // What has been read before can differ in its form alone: a default that is written out says the same.
    return before === undefined || after === undefined ? [now.name] : Changes.between(before, after).chapters
  }
  const [before, after] = [kept, now.content].map((json) => Schema.decodeUnknownResult(codecOf(process))(json))
  return Equal.equals(before, after) ? [] : [now.name]
}

/** The edition that was kept, or why it cannot be read. A process of one's own that came later has the settings of now. */
export const read = (
  kept: ReadonlyMap<string, Schema.Json>,
  version: HandbookVersion,
  holidays: Holidays,
  practices: ReadonlyArray<Practice>
): Result.Result<Edition, string> =>
  Result.gen(function* () {
    const handbook = yield* handbookOf(kept, practices)
    if (handbook.version !== version) return yield* Result.fail(`is kept as ${handbook.version}`)
    const then = new Map<Any, unknown>()
    for (const { process } of ownOf(practices)) {
      const json = kept.get(nameOf(process))
      if (json === undefined) continue
      then.set(process, yield* unlessUnreadable(Schema.decodeUnknownResult(codecOf(process))(json, everything)))
    }
    return yield* Result.try({
      try: () => ({ ...edition(handbook, holidays, withSettings(practices, then)), ...begun(kept.get("since")) }),
      catch: (cause) => `cannot be run: ${cause instanceof Error ? cause.message : String(cause)}`
    })
  })

/** The handbook that was kept, or why it cannot be read. */
export const handbookOf = (
  kept: ReadonlyMap<string, Schema.Json>,
  practices: ReadonlyArray<Practice>
): Result.Result<Handbook, string> =>
  kept.has("handbook")
    ? unlessUnreadable(Schema.decodeUnknownResult(jsonOf(practices))(kept.get("handbook"), everything))
    : Result.fail("is not kept")

const ownOf = (practices: ReadonlyArray<Practice>): ReadonlyArray<Running> =>
  practices.flatMap(({ runs }) => runs.filter(({ isOwn }) => isOwn))

const withSettings = (practices: ReadonlyArray<Practice>, then: ReadonlyMap<Any, unknown>): ReadonlyArray<Practice> =>
  practices.map((practice) => ({
    ...practice,
    runs: practice.runs.map((one) => (then.has(one.process) ? { ...one, settings: () => then.get(one.process) } : one))
  }))

const nameOf = ({ name }: Any): string => `settings of ${name}`

const jsonOf = (practices: ReadonlyArray<Practice>) => Schema.toCodecJson(formOf(practices).schema)

const everything = { errors: "all", reportInput: true } as const

// Settings are structs that need no service.
const codecOf = ({ settings }: Any) => Schema.toCodecJson(settings as Schema.Codec<unknown, unknown>)

const unlessUnreadable = <A>(decoded: Result.Result<A, Schema.SchemaError>): Result.Result<A, string> =>
  Result.mapError(decoded, ({ issue }) => {
    const [first] = fromIssue(issue, (path) => ({ path: pathText(path) }))
    return `cannot be read any more (${first?.message.en ?? String(issue)})`
  })
