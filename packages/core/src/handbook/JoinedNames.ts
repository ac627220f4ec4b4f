/**
 * Lists in which a comma was lost, so that two names are one, where nothing else says that there is no such name: of what roles allow, and
 * of what people can do.
 *
 * @module
 */
import { beyond } from "../finding/LeftOut.ts"
import type { Named } from "../finding/Name.ts"
import type { Locate } from "../finding/SchemaFindings.ts"
import { findingOf, type MissingNames, partsOf, type Use } from "./References.ts"

const permission: Named = { what: { zh: "权限", en: "permission" }, besides: [] }
const skill: Named = { what: { zh: "技能", en: "skill" }, besides: [] }
const lists = [
  { at: "team.roles.*.may.*", named: permission },
  { at: "duties.*.permissions.*", named: permission },
  { at: "team.delegations.*.permissions.*", named: permission },
  { at: "team.people.*.skills.*", named: skill }
]

/** Names of such a list that are several. */
export const joinedNames = (handbook: unknown, locate: Locate): ReadonlyArray<MissingNames> =>
  lists.map(({ at, named }) => {
    const items = found(handbook, at.split("."), [])
    const alone = new Set(items.map(([, name]) => name))
    const joined = items.filter(([, name]) => {
      const parts = partsOf(name)
      // A permission has a dot, and may stand nowhere else.
      return parts.length > 1 && parts.every((part) => alone.has(part) || part.includes("."))
    })
    return {
      names: at,
      findings: beyond(joined, ([path, name]) => {
        const known = new Set(partsOf(name))
        return findingOf({ path, name }, { named, names: at, known, idle: [] }, locate)
      })
    }
  })

type Found = readonly [path: Use["path"], name: string]

/** The names at a path of which `*` is every key or item. */
const found = (value: unknown, [key, ...rest]: ReadonlyArray<string>, path: Use["path"]): ReadonlyArray<Found> => {
  if (key === undefined) return typeof value === "string" ? [[path, value]] : []
  if (typeof value !== "object" || value === null) return []
  const inside = new Map<string, unknown>(Object.entries(value))
  const keys = key === "*" ? [...inside.keys()] : [key]
  return keys.flatMap((one) => found(inside.get(one), rest, [...path, Array.isArray(value) ? Number(one) : one]))
}
