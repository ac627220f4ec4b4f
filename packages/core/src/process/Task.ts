/**
 * A step that a given person may take now. Derived, never stored: a person's desk is a query.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"
import type { Permission, Person } from "./Actor.ts"
import type { Calendars } from "./Calendars.ts"
import type { Case, CaseId } from "./Case.ts"
import { isPersonal } from "./Declaration.ts"
import { type Any, closed, type SettingsOf, type StateOf, type StepOf } from "./Process.ts"
import type { Entitled } from "./Rule.ts"
import type { Stands } from "./Standing.ts"

/** A step that a person may take now. */
export interface Task {
  readonly process: string
  readonly case: CaseId
  readonly state: string
  readonly step: string
  readonly needs: Permission
}

/** Every step of the case that this person may take at this moment. */
export const tasks = <P extends Any>(
  process: P,
  current: Case<StateOf<P>>,
  by: Person,
  at: Moment,
  settings: SettingsOf<P>,
  entitled: Entitled,
  calendars?: Calendars,
  standing?: ReadonlyArray<Stands>
): ReadonlyArray<Task> =>
  Object.entries(process.steps).flatMap(([name, { by: needs, from }]) => {
    if (!isPersonal(needs) || !from.includes(current.state._tag)) return []
    const occasion = {
      case: current.id,
      by,
      at,
      handbook: current.handbook,
      settings,
      entitled,
      ...(calendars && { calendars }),
      ...(standing && { standing })
    }
    // The name was read from the process's own steps.
    const refusal = closed(process, current, name as StepOf<P>, occasion)
    return refusal === undefined
      ? [{ process: process.name, case: current.id, state: current.state._tag, step: name, needs }]
      : []
  })
