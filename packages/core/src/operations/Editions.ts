/**
 * The editions of the handbook. A case runs under the rules of the edition it began under; who may do what is said by today's.
 *
 * @module
 */
import { Context, Effect, Layer } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { PersonId } from "../process/Actor.ts"
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
  /** The accounts that it is for: a step about another one is refused. */
  readonly accounts: ReadonlyArray<string>
  readonly calendars: Calendars
  /** Whether somebody is there at a moment; everybody always is, where it is left out. */
  readonly presence?: (person: PersonId, at: Moment) => Presence
  /** How somebody is reached; nobody is, where it is left out. */
  readonly contact?: (person: PersonId) => Contact | undefined
  /** What has to begin by itself; nothing, where it is left out. */
  readonly agenda?: Agenda
}

/** The editions of the handbook. */
export class Editions extends Context.Service<
  Editions,
  {
    /** Today's edition. */
    readonly current: Effect.Effect<Edition>
    /** The edition of that version. One that is not kept is a defect: its cases cannot be run. */
    readonly edition: (version: HandbookVersion) => Effect.Effect<Edition, StoreUnavailable>
  }
>()("@dualops/core/Editions") {}

/** Editions with today's edition and those before it, and no others: for a house that begins anew each time. Others keep theirs (`KeptEditions.layer`). */
export const layer = (current: Edition, ...earlier: ReadonlyArray<Edition>): Layer.Layer<Editions> => {
  const byVersion = new Map([...earlier, current].map((edition) => [edition.version, edition]))
  return Layer.succeed(Editions, {
    current: Effect.succeed(current),
    edition: (version) => {
      const edition = byVersion.get(version)
      return edition === undefined
        ? Effect.die(`No edition ${version} of the handbook is kept`)
        : Effect.succeed(edition)
    }
  })
}
