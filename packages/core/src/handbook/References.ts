/**
 * Names in a handbook that stand for something written elsewhere in it: people, roles, calendars. They are looked for in the file as it
 * stands, so that a mistake in one place does not hide one in another.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import { type Finding, leading } from "../finding/Finding.ts"
import { beyond } from "../finding/LeftOut.ts"
import { advice, excerpt, nearest } from "../finding/Nearest.ts"
import type { Locate } from "../finding/SchemaFindings.ts"

/** Where names stand, and where what they name is written. `*` is every key or item. */
interface Reference {
  readonly at: string
  /** Names are the keys found there; of a path that ends in `*`, its values. */
  readonly names: string
  readonly what: Bilingual
  /** Known without being written. */
  readonly besides?: ReadonlyArray<string>
}

const people = { names: "team.people", what: { zh: "人员", en: "person" } }
const roles = { names: "team.roles", what: { zh: "角色", en: "role" } }
const skills = { names: "team.people.*.skills.*", what: { zh: "技能", en: "skill of anybody" } }
const rosters = { names: "team.rosters", what: { zh: "排班", en: "roster" } }
const knowledge = { names: "team.knowledge", what: { zh: "知识", en: "piece of knowledge" } }
const tools = { names: "team.tools", what: { zh: "工具", en: "tool" } }
const duties = { names: "duties", what: { zh: "职责", en: "duty" } }
const categories = { names: "content.mix.categories", what: { zh: "内容类别", en: "category" } }
const resources = { names: "resources", what: { zh: "资源", en: "resource" } }
const kpis = { names: "kpis", what: { zh: "指标", en: "KPI" } }
const calendars = { names: "calendars", what: { zh: "工作日历", en: "calendar" }, besides: ["always"] }

const references: ReadonlyArray<Reference> = [
  { at: "team.people.*.roles.*", ...roles },
  { at: "team.rosters.*.rotations.*.people.*", ...people },
  { at: "team.rosters.*.overrides.*.person", ...people },
  { at: "team.rosters.*.swaps.*.gives", ...people },
  { at: "team.rosters.*.swaps.*.takes", ...people },
  { at: "team.absences.*.person", ...people },
  { at: "team.delegations.*.delegator", ...people },
  { at: "team.delegations.*.delegate", ...people },
  { at: "team.delegations.*.duties.*", ...duties },
  { at: "team.knowledge.*.knownBy.*", ...people },
  { at: "team.tools.*.credential.holders.*", ...people },
  { at: "team.handOver.readWithin.calendar", ...calendars },
  { at: "duties.*.owner", ...people },
  { at: "duties.*.standIns.*", ...people },
  { at: "duties.*.roster", ...rosters },
  { at: "duties.*.skills.*", ...skills },
  { at: "duties.*.hours", ...calendars },
  { at: "duties.*.knowledge.*", ...knowledge },
  { at: "duties.*.tools.*", ...tools },
  { at: "content.review.approvers.*", ...people },
  { at: "content.review.within.calendar", ...calendars },
  { at: "content.lead", ...people },
  { at: "content.attention.calendar", ...calendars },
  { at: "content.mix.slots.*.category", ...categories },
  { at: "activities.approver", ...people },
  { at: "activities.notice.calendar", ...calendars },
  { at: "activities.report.calendar", ...calendars },
  { at: "activities.prizes.from", ...resources },
  { at: "activities.prizes.ahead.calendar", ...calendars },
  { at: "activities.prizes.sentWithin.calendar", ...calendars },
  { at: "plan.entries.*.owner", ...people },
  { at: "plan.entries.*.uses.*", ...resources },
  { at: "promises.*.within.calendar", ...calendars },
  { at: "promises.*.escalation.*.to", ...people },
  { at: "promises.*.escalation.*.after.calendar", ...calendars },
  { at: "promises.*.reviews.*.approvers.*", ...people },
  { at: "promises.*.reviews.*.within.calendar", ...calendars },
  { at: "promises.*.**behind.*.by", ...resources },
  { at: "promises.*.**behind.*.within.calendar", ...calendars },
  { at: "promises.*.**behind.*.escalation.*.to", ...people },
  { at: "promises.*.**behind.*.escalation.*.after.calendar", ...calendars },
  { at: "resources.*.owner", ...people },
  { at: "resources.*.sponsor", ...people },
  { at: "resources.*.answers.calendar", ...calendars },
  { at: "needs.*.metBy.*", ...resources },
  { at: "kpis.*.owner", ...people },
  { at: "kpis.*.measured.sum.*", ...kpis },
  { at: "kpis.*.measured.product.*", ...kpis },
  { at: "kpis.*.measured.difference.*", ...kpis },
  { at: "kpis.*.measured.ratio.*", ...kpis },
  { at: "kpis.*.drivers.*", ...kpis }
]

/** The findings of one list of names, and where that list is written. */
export interface MissingNames {
  readonly names: string
  readonly findings: ReadonlyArray<Finding>
}

/**
 * Every name that names nothing, each with all the places that name it; of very many, the first. Where a name of the list that nothing
 * names is a slip of the keyboard away, that one is told of.
 */
export const missingNames = (handbook: unknown, locate: Locate): ReadonlyArray<MissingNames> => {
  const lists = Map.groupBy(references, ({ names }) => names)
  return [...lists].map(([names, those]) => {
    const written = namesAt(handbook, names)
    const known = new Set([...written, ...those.flatMap(({ besides = [] }) => besides)])
    const uses = those.flatMap(({ at, what }) =>
      found(handbook, at.split("."), []).flatMap(
        ([path, name]): ReadonlyArray<Use> =>
          // That a name is empty is said by its schema.
          typeof name !== "string" || name === "" ? [] : [{ path, name, what, known }]
      )
    )
    const used = new Set(uses.map(({ name }) => name))
    const idle = names.endsWith("*") ? [] : written.filter((name) => !used.has(name))
    const missing = [
      ...Map.groupBy(
        uses.filter(({ name }) => !known.has(name)),
        ({ name }) => name
      ).values()
    ]
    return { names, findings: beyond(missing, (same) => ofSame(same, names, idle, locate)) }
  })
}

/** Lists of names that stand for themselves: nothing else says that there are such. */
const lists: ReadonlyArray<Pick<Reference, "what"> & { readonly at: ReadonlyArray<string> }> = [
  {
    at: ["team.roles.*.may.*", "duties.*.permissions.*", "team.delegations.*.permissions.*"],
    what: { zh: "权限", en: "permission" }
  },
  { at: ["team.people.*.skills.*"], what: { zh: "技能", en: "skill" } }
]

/** Names of such a list that are several, with the comma lost between them. */
export const joinedNames = (handbook: unknown, locate: Locate): ReadonlyArray<MissingNames> =>
  lists.map(({ at, what }) => {
    const items = at.flatMap((one) => found(handbook, one.split("."), []))
    const known = new Set(items.flatMap(([, name]) => (typeof name === "string" ? [name] : [])))
    const joined = items.flatMap(([path, name]): ReadonlyArray<Use> => {
      const parts = typeof name === "string" ? partsOf(name) : []
      // A permission has a dot, and may stand nowhere else.
      const isJoined = parts.length > 1 && parts.every((part) => known.has(part) || part.includes("."))
      return isJoined ? [{ path, name: String(name), what, known: new Set(parts) }] : []
    })
    return { names: at[0] ?? "", findings: beyond(joined, (one) => findingOf(one, locate)) }
  })

/** A place that names something of a list. */
interface Use {
  readonly path: ReadonlyArray<PropertyKey>
  readonly name: string
  readonly what: Bilingual
  readonly known: ReadonlySet<string>
}

/** One finding for all places that name the same. */
const ofSame = (same: ReadonlyArray<Use>, names: string, idle: ReadonlyArray<string>, locate: Locate): Finding => {
  const all = beyond(same, (one) => findingOf(one, locate))
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

const findingOf = ({ known, name, path, what }: Use, locate: Locate): Finding => {
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
const partsOf = (name: string): ReadonlyArray<string> => name.trim().split(/[，、\s]+/)

const namesAt = (handbook: unknown, names: string): ReadonlyArray<string> =>
  names.endsWith("*")
    ? found(handbook, names.split("."), []).flatMap(([, name]) => (typeof name === "string" ? [name] : []))
    : found(handbook, names.split("."), []).flatMap(([, value]) => (isObject(value) ? Object.keys(value) : []))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

type Found = readonly [path: ReadonlyArray<PropertyKey>, value: unknown]

/** `**behind` is `behind`, however often it stands within itself. */
const found = (value: unknown, at: ReadonlyArray<string>, path: ReadonlyArray<PropertyKey>): ReadonlyArray<Found> => {
  const [key, ...rest] = at
  if (key === undefined) return [[path, value]]
  if (!isObject(value)) return []
  if (key.startsWith("**")) {
    const within = key.slice(2)
    return [...found(value, [within, ...rest], path), ...found(value, [within, "*", ...at], path)]
  }
  if (key !== "*") return Object.hasOwn(value, key) ? found(value[key], rest, [...path, key]) : []
  return Array.isArray(value)
    ? value.flatMap((item, index) => found(item, rest, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => found(item, rest, [...path, name]))
}
