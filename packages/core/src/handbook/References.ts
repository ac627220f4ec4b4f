/**
 * Names in a handbook that stand for something written elsewhere in it: people, roles, calendars, as its schema marks them (`Name`). They
 * are looked for in the file as it stands, so that a mistake in one place does not hide one in another.
 *
 * @module
 */
import { type Schema, SchemaAST } from "effect"
import { keysOf, lookInto, placesOf } from "../finding/Annotated.ts"
import { type Finding, leading } from "../finding/Finding.ts"
import { beyond } from "../finding/LeftOut.ts"
import * as Name from "../finding/Name.ts"
import { advice, excerpt, nearest } from "../finding/Nearest.ts"
import type { Locate } from "../finding/SchemaFindings.ts"

/** The findings of one list of names, and where that list is written: `team.people`, or `team.people.*.skills.*`. */
export interface MissingNames {
  readonly names: string
  readonly findings: ReadonlyArray<Finding>
}

/** Looks for what names in a value of the schema name. */
export type Check = (value: unknown, locate: Locate) => ReadonlyArray<MissingNames>

/**
 * Every name that names nothing, each with all the places that name it; of very many, the first. Where a name of the list that nothing
 * names is a slip of the keyboard away, that one is told of.
 */
export const checkOf = (schema: Schema.Constraint): Check => {
  const look = lookInto(schema, { marked: Name.markOf, isMember: resembles })
  const lists = placesOf(schema, { marked: Name.markOf }).flatMap(({ isKey, mark, path }) =>
    Name.isDeclared(mark, isKey) ? [{ named: mark.named, names: path.map(String).join("."), keys: isKey }] : []
  )
  return (value, locate) => {
    const written = new Map(lists.map(({ named }) => [named, new Set(named.besides)]))
    const named = new Map<Name.Named, Map<string, Use>>()
    look?.(value, (name, mark, way, isKey) => {
      // The schema says itself that a name is empty, or none.
      if (typeof name !== "string" || name === "") return
      const uses = named.get(mark.named) ?? new Map<string, Use>()
      named.set(mark.named, uses)
      const path = keysOf(way)
      if (Name.isDeclared(mark, isKey)) written.get(mark.named)?.add(name)
      else uses.set(JSON.stringify(path), { path, name })
    })
    return lists.map((list): MissingNames => {
      const known = written.get(list.named) ?? new Set()
      const uses = [...(named.get(list.named)?.values() ?? [])]
      const used = new Set([...list.named.besides, ...uses.map(({ name }) => name)])
      const idle = list.keys ? [...known].filter((name) => !used.has(name)) : []
      const unknown = uses.filter(({ name }) => !known.has(name))
      const missing = [...Map.groupBy(unknown, ({ name }) => name).values()]
      return { names: list.names, findings: beyond(missing, (same) => ofSame(same, { ...list, idle, known }, locate)) }
    })
  }
}

/** The names that a value of the schema has, by what they name. */
export const namesIn = (schema: Schema.Constraint, value: unknown): ReadonlyMap<Name.Named, ReadonlySet<string>> => {
  const names = new Map<Name.Named, Set<string>>()
  lookInto(schema, { marked: Name.markOf, isMember: resembles })?.(value, (name, mark, _, isKey) => {
    const { named } = mark
    const known = names.get(named) ?? new Set(named.besides)
    names.set(named, known)
    if (typeof name === "string" && Name.isDeclared(mark, isKey)) known.add(name)
  })
  return names
}

/** A file may be wrong in many ways: a member of a union is taken for the one that is meant where its keys are there. */
export const resembles = (member: SchemaAST.AST) => (value: unknown) =>
  !SchemaAST.isObjects(member) ||
  (typeof value === "object" &&
    value !== null &&
    member.propertySignatures.every(({ name, type }) => SchemaAST.isOptional(type) || Object.hasOwn(value, name)))

/** A place that names something. */
export interface Use {
  readonly path: ReadonlyArray<PropertyKey>
  readonly name: string
}

/** The names that there are of one kind, and those of them that nothing names. */
export interface List {
  readonly named: Name.Named
  readonly names: string
  readonly known: ReadonlySet<string>
  readonly idle: ReadonlyArray<string>
}

/** One finding for all places that name the same. */
const ofSame = (same: ReadonlyArray<Use>, list: List, locate: Locate): Finding => {
  const { idle, names } = list
  const all = beyond(same, (one) => findingOf(one, list, locate))
  const [first, ...others] = all
  // A group has at least one member.
  const cause = first as Finding
  const [{ name } = { name: "" }] = same
  const near = others.length === 0 ? undefined : nearest(name, idle)
  if (near === undefined) return leading(cause, others)
  const where = locate([...names.split("."), near], true)
  return leading(
    {
      ...cause,
      where,
      evidence: excerpt(near),
      message: {
        zh: `没有任何地方用到「${where.path}」，而有 ${same.length} 处写的是「${excerpt(name)}」。`,
        en: `Nothing names ${where.path}, and ${excerpt(name)}, which is written down nowhere, is named in ${same.length} places.`
      },
      fix: { zh: `是否应为「${excerpt(name)}」？`, en: `Did you mean ${excerpt(name)}?` }
    },
    all
  )
}

/** What is said of one place that names what there is not. */
export const findingOf = ({ name, path }: Use, { known, named: { what } }: List, locate: Locate): Finding => {
  const where = locate(path, false)
  const parts = partsOf(name)
  const isJoined = parts.length > 1 && parts.every((one) => known.has(one))
  return {
    code: "file/unknown-name",
    severity: "error",
    where,
    evidence: excerpt(name),
    message: {
      zh: `「${where.path}」：手册里没有名为「${excerpt(name)}」的${what.zh}。`,
      en: `${where.path} names ${excerpt(name)}, and the handbook knows no such ${what.en}.`
    },
    ...(isJoined && { instead: parts.join(", ") }),
    fix: isJoined
      ? {
          zh: `用半角逗号分开：「${parts.join(", ")}」。`,
          en: `Separate them by half-width commas: ${parts.join(", ")}.`
        }
      : advice(name, [...known], { zh: `写入该${what.zh}。`, en: `Write down the ${what.en}.` })
  }
}

/** Several names are one where the comma between them was lost, or is one of Chinese. */
export const partsOf = (name: string): ReadonlyArray<string> => name.trim().split(/[，、\s]+/)
