/**
 * The editions of the handbooks of a house: one handbook for each account, or for several. A case runs under the rules of the edition it began
 * under; who may do what is said by today's of the same handbook. See `Handbooks`.
 *
 * @module
 */
import { Context, Effect, Layer } from "effect"
import type { NonEmptyReadonlyArray } from "effect/Array"
import type { Moment } from "../calendar/Moment.ts"
import type { Named } from "../finding/Name.ts"
import type { Permission, PersonId } from "../process/Actor.ts"
import type { Agenda } from "../process/Agenda.ts"
import type { Calendars } from "../process/Calendars.ts"
import type { HandbookVersion } from "../process/Case.ts"
import type { Contact } from "../process/Contact.ts"
import type { Presence } from "../process/Presence.ts"
import type { Any, Entitled, SettingsOf } from "../process/Process.ts"
import type { Reader } from "../process/Reader.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What running a process needs of one edition of the handbook. */
export interface Edition extends Reader {
  readonly version: HandbookVersion
  /** When a house began to run under it for the first time, where that is kept. */
  readonly since?: Moment
  /** What it tells a process. */
  readonly settings: <P extends Any>(process: P) => SettingsOf<P>
  /** Whether it says what a process has to be told; of every process, where it is left out. */
  readonly runs?: (process: Any) => boolean
  readonly entitled: Entitled
  /** Every right that somebody has by it. Whoever has none of them sees nothing of its cases; where it is left out, everybody sees all. */
  readonly rights?: ReadonlyArray<Permission>
  /** The accounts that it is for: a step about another one is refused. */
  readonly accounts: ReadonlyArray<string>
  readonly calendars: Calendars
  /** Whether somebody is there at a moment; everybody always is, where it is left out. */
  readonly presence?: (person: PersonId, at: Moment) => Presence
  /** How somebody is reached; nobody is, where it is left out. */
  readonly contact?: (person: PersonId) => Contact | undefined
  /** The names that it has for what is named so, as crisis levels or resources are; none, where it is left out. */
  readonly names?: (named: Named) => ReadonlyArray<string>
  /** What has to begin by itself; nothing, where it is left out. */
  readonly agenda?: Agenda
}

/** The editions of the handbooks of a house. */
export class Editions extends Context.Service<
  Editions,
  {
    /** Today's edition of every handbook of the house. */
    readonly today: Effect.Effect<NonEmptyReadonlyArray<Edition>>
    /** The edition of that version, which is one handbook's. One that is not kept is a defect: its cases cannot be run. */
    readonly edition: (version: HandbookVersion) => Effect.Effect<Edition, StoreUnavailable>
  }
>()("@dualops/core/Editions") {}

/** Today's edition for the account; nothing where no handbook of the house is for it. */
export const current = (account: string): Effect.Effect<Edition | undefined, never, Editions> =>
  Effect.flatMap(Editions, ({ today }) =>
    Effect.map(today, (all) => all.find(({ accounts }) => accounts.includes(account)))
  )

/**
 * Editions with today's edition, or those of several handbooks, and those before, and no others: for a house that begins anew each time. Others
 * keep theirs (`KeptEditions.layer`).
 */
export const layer = (
  today: Edition | NonEmptyReadonlyArray<Edition>,
  ...earlier: ReadonlyArray<Edition>
): Layer.Layer<Editions> => {
  const all = "version" in today ? ([today] as const) : today
  const byVersion = new Map([...earlier, ...all].map((edition) => [edition.version, edition]))
  return Layer.succeed(Editions, {
    today: Effect.succeed(all),
    edition: (version) => {
      const edition = byVersion.get(version)
      return edition === undefined
        ? Effect.die(`No edition ${version} of the handbook is kept`)
        : Effect.succeed(edition)
    }
  })
}
