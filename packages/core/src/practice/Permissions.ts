/**
 * The permissions that the steps of the processes ask for, those that a handbook names, and the slips between them.
 *
 * @module
 */
import { Record } from "effect"
import { nearest } from "../finding/Nearest.ts"
import { pathText } from "../finding/SchemaFindings.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { Permission } from "../process/Actor.ts"
import { isPersonal } from "../process/Declaration.ts"
import type { Any } from "../process/Process.ts"

/** The rule that tells of them. */
export const mistyped = "process/mistyped-permission"

/** A permission that no step asks for, where it stands, and the one that was meant. */
export interface Slip {
  readonly at: ReadonlyArray<PropertyKey>
  readonly written: Permission
  readonly meant: Permission
}

/** Every step that a person takes, with what it asks of them. */
export const personal = (processes: ReadonlyArray<Any>) =>
  processes.flatMap(({ name, steps }) =>
    Object.entries(steps).flatMap(([step, { by }]) => (isPersonal(by) ? [{ by, step: `${name}.${step}` }] : []))
  )

/** The slips of a handbook that is to run these processes. */
export const slips = (handbook: Handbook, processes: ReadonlyArray<Any>): ReadonlyArray<Slip> => {
  const needed = [...new Set(personal(processes).map(({ by }) => by))]
  const found: Array<Slip> = []
  respelled(handbook, (written, at) => {
    const meant = needed.includes(written) ? undefined : slipOf(written, needed)
    if (meant !== undefined) found.push({ at, written, meant })
    return written
  })
  return found
}

/**
 * The handbook with every slip as it was meant, so that what else is told of it does not come of the slip. What the handbook says it lives
 * with is no slip but the permission of a process that the check does not know.
 */
export const asMeant = (handbook: Handbook, slips: ReadonlyArray<Slip>): Handbook => {
  const own = new Set(handbook.suppressions?.flatMap(({ code, path }) => (code === mistyped ? [path] : [])))
  const meant = new Map(slips.map((slip) => [pathText(slip.at), slip.meant]))
  return respelled(handbook, (written, at) => {
    const path = pathText(at)
    return own.has(path) ? written : (meant.get(path) ?? written)
  })
}

/** The handbook with every permission that it names as `spell` has it. */
const respelled = (
  handbook: Handbook,
  spell: (written: Permission, at: ReadonlyArray<PropertyKey>) => Permission
): Handbook => {
  const { duties, team } = handbook
  const list = (permissions: ReadonlyArray<Permission>, ...at: ReadonlyArray<PropertyKey>) =>
    permissions.map((permission, index) => spell(permission, [...at, index]))
  return {
    ...handbook,
    duties: Record.map(duties, (duty, id) => ({
      ...duty,
      permissions: list(duty.permissions, "duties", id, "permissions")
    })),
    team: {
      ...team,
      roles: Record.map(team.roles, (role, id) => ({ ...role, may: list(role.may, "team", "roles", id, "may") })),
      ...(team.delegations && {
        delegations: Record.map(team.delegations, (delegation, id) => ({
          ...delegation,
          ...(delegation.permissions && {
            permissions: list(delegation.permissions, "team", "delegations", id, "permissions")
          })
        }))
      })
    }
  }
}

/**
 * The permission of which this one is a slip. Chapter and verb are each compared by themselves: `planning.lend` is far from `planning.ask`
 * though most of its letters are the same, and may well be asked for by a process that the check does not know.
 */
const slipOf = (permission: Permission, needed: ReadonlyArray<Permission>): Permission | undefined => {
  const [written, does] = parts(permission)
  const chapter = nearest(written, [...new Set(needed.map((one) => parts(one)[0]))])
  const there = needed.filter((one) => parts(one)[0] === chapter)
  const verb = nearest(
    does,
    there.map((one) => parts(one)[1])
  )
  return there.find((one) => parts(one)[1] === verb)
}

const parts = (permission: Permission): readonly [chapter: string, verb: string] => {
  const dot = permission.indexOf(".")
  return [permission.slice(0, dot).trim(), permission.slice(dot + 1).trim()]
}
