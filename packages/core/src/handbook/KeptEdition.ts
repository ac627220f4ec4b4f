/**
 * An edition as it is kept: the handbook, and what the processes of the brand's own are told, each as JSON under a name; and what can be
 * wrong with one.
 *
 * Holidays are not kept. They are facts of the world and no rules of the house: every edition counts by those that the program knows now, so
 * that a year which has been announced since is known to earlier editions, too.
 *
 * @module
 */
import { Equal, Result, Schema } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { fromIssue, pathText } from "../finding/SchemaFindings.ts"
import type { Section } from "../operations/EditionStore.ts"
import type { Edition } from "../operations/Editions.ts"
import type { HandbookVersion } from "../process/Case.ts"
import * as Changes from "./Changes.ts"
import { edition } from "./Edition.ts"
import { Handbook } from "./Handbook.ts"
import type { OwnSettings } from "./OwnSettings.ts"

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
export const sections = (handbook: Handbook, own: ReadonlyArray<OwnSettings>): ReadonlyArray<Section> => [
  { version: handbook.version, name: "handbook", content: encodeHandbook(handbook) },
  ...own.map(({ process, settings }) => ({
    version: handbook.version,
    name: nameOf(process.name),
    // What was told has the type of the process's own settings.
    content: Schema.encodeUnknownSync(codecOf(process))(settings)
  }))
]

/** Where the section that is kept says something else than the one of now. */
export const changed = (kept: Schema.Json, now: Section, own: ReadonlyArray<OwnSettings>): ReadonlyArray<string> => {
  if (Equal.equals(kept, now.content)) return []
  const process = own.find((one) => nameOf(one.process.name) === now.name)?.process
  if (process === undefined) {
    const [before, after] = [kept, now.content].map((json) => Result.getOrUndefined(decodeHandbook(json)))
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
  own: ReadonlyArray<OwnSettings>
): Result.Result<Edition, string> =>
  Result.gen(function* () {
    if (!kept.has("handbook")) return yield* Result.fail("is not kept")
    const handbook = yield* unlessUnreadable(decodeHandbook(kept.get("handbook")))
    if (handbook.version !== version) return yield* Result.fail(`is kept as ${handbook.version}`)
    const told: Array<OwnSettings> = []
    for (const { process, settings } of own) {
      const json = kept.get(nameOf(process.name))
      if (json === undefined) told.push({ process, settings })
      else {
        const decoded = Schema.decodeUnknownResult(codecOf(process))(json, everything)
        told.push({ process, settings: yield* unlessUnreadable(decoded) })
      }
    }
    return yield* Result.try({
      try: () => edition(handbook, holidays, ...told),
      catch: (cause) => `cannot be run: ${cause instanceof Error ? cause.message : String(cause)}`
    })
  })

const nameOf = (process: string): string => `settings of ${process}`

const handbookJson = Schema.toCodecJson(Handbook)
const encodeHandbook = Schema.encodeSync(handbookJson)
const everything = { errors: "all", reportInput: true } as const
const decodeHandbook = (json: unknown) => Schema.decodeUnknownResult(handbookJson)(json, everything)

// Settings are structs that need no service.
const codecOf = ({ settings }: OwnSettings["process"]) => Schema.toCodecJson(settings as Schema.Codec<unknown, unknown>)

const unlessUnreadable = <A>(decoded: Result.Result<A, Schema.SchemaError>): Result.Result<A, string> =>
  Result.mapError(decoded, ({ issue }) => {
    const [first] = fromIssue(issue, (path) => ({ path: pathText(path) }))
    return `cannot be read any more (${first?.message.en ?? String(issue)})`
  })
