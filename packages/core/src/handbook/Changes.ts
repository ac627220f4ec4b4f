/**
 * What a new edition of the handbook changes, for each role and each person.
 *
 * Cases that run keep the edition they began under; this says what is different for those that begin from now on. Who may do what changes
 * at once, for running cases as well.
 *
 * @module
 */
import { Equal } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { About, Line } from "./ChangeLine.ts"
import { linesOf } from "./ChangeLines.ts"
import { may } from "./Entitlement.ts"
import type { Handbook } from "./Handbook.ts"

/** Whether somebody has something more, something less, or the same thing otherwise. */
export type Kind = "gained" | "lost" | "changed"

/** One change, and where it is something else than before, what it was and what it is. */
export interface Change {
  readonly about: About
  readonly kind: Kind
  readonly what: Bilingual
  readonly before: Bilingual | undefined
  readonly after: Bilingual | undefined
}

/** Whom the changes are for. */
export interface Affected {
  readonly id: string
  readonly name: Bilingual
  readonly changes: ReadonlyArray<Change>
}

/** What lies between two editions. Whoever is not affected is not listed. */
export interface Changes {
  readonly brand: Bilingual
  readonly from: string
  readonly to: string
  /** The chapters that do not say the same, listed below or not; none where nothing differs but perhaps the version. */
  readonly chapters: ReadonlyArray<string>
  readonly roles: ReadonlyArray<Affected>
  readonly people: ReadonlyArray<Affected>
  /** What changes for everybody: promises, calendars, content rules, resources. */
  readonly everybody: ReadonlyArray<Change>
}

/** What lies between an edition and a later one. */
export const between = (before: Handbook, after: Handbook): Changes => ({
  brand: after.brand,
  from: before.version,
  to: after.version,
  chapters: keys(before, after).filter(
    (chapter) => chapter !== "version" && !Equal.equals(Reflect.get(before, chapter), Reflect.get(after, chapter))
  ),
  roles: affected(
    keys(before.team.roles, after.team.roles),
    (id) => titleOf(after, id) ?? titleOf(before, id) ?? plain(id),
    (id) => compared(roleLines(before, id), roleLines(after, id))
  ),
  people: affected(
    keys(before.team.people, after.team.people),
    (id) => plain(nameOf(after, id) ?? nameOf(before, id) ?? id),
    (id) => compared(personLines(before, id), personLines(after, id))
  ),
  everybody: compared(linesOf(before), linesOf(after))
})

/** Whether two handbooks that are not the same have one name, by which a running case cannot tell under which of them it began. */
export const haveOneName = ({ chapters, from, to }: Changes): boolean => from === to && chapters.length > 0

const affected = (
  ids: ReadonlyArray<string>,
  nameOf: (id: string) => Bilingual,
  changesOf: (id: string) => ReadonlyArray<Change>
): ReadonlyArray<Affected> =>
  ids.map((id) => ({ id, name: nameOf(id), changes: changesOf(id) })).filter(({ changes }) => changes.length > 0)

const keys = (before: object, after: object): ReadonlyArray<string> => [
  ...new Set([...Object.keys(before), ...Object.keys(after)])
]

const plain = (text: string): Bilingual => ({ zh: text, en: text })

const nameOf = ({ team: { people } }: Handbook, id: string): string | undefined =>
  Object.entries(people).find(([one]) => one === id)?.[1].name

const titleOf = ({ team: { roles } }: Handbook, id: string): Bilingual | undefined =>
  Object.entries(roles).find(([one]) => one === id)?.[1].title

/** Lines are the same line when their keys are; what they say may differ. */
const compared = (before: ReadonlyArray<Line>, after: ReadonlyArray<Line>): ReadonlyArray<Change> => {
  const then = new Map(before.map((line) => [line.key, line]))
  const now = new Map(after.map((line) => [line.key, line]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key): ReadonlyArray<Change> => {
    const [old, young] = [then.get(key), now.get(key)]
    if (young === undefined)
      return old === undefined ? [] : [{ ...toChange(old), kind: "lost", before: old.says, after: undefined }]
    if (old === undefined) return [{ ...toChange(young), kind: "gained", before: undefined, after: young.says }]
    return old.exactly === young.exactly
      ? []
      : [{ ...toChange(young), kind: "changed", before: old.says, after: young.says }]
  })
}

const toChange = ({ about, what }: Line): Pick<Change, "about" | "what"> => ({ about, what })

const roleLines = ({ team: { roles } }: Handbook, id: string): ReadonlyArray<Line> =>
  (Object.entries(roles).find(([one]) => one === id)?.[1].may ?? []).map((code) => permission(code))

const permission = (code: string): Line => ({
  key: `permission/${code}`,
  about: "permission",
  what: plain(code),
  says: undefined,
  exactly: ""
})

const personLines = (handbook: Handbook, id: string): ReadonlyArray<Line> => {
  const { content, duties, team } = handbook
  const person = Object.entries(team.people).find(([one]) => one === id)?.[1]
  const line = (about: About, name: string, what: Bilingual, value: unknown = "", says?: Bilingual): Line => ({
    key: `${about}/${name}`,
    about,
    what,
    says,
    exactly: JSON.stringify(value)
  })
  return [
    ...(person === undefined ? [] : [line("person", id, { zh: "团队成员", en: "a person of the team" })]),
    ...(person?.roles ?? []).map((role) => line("role", role, team.roles[role]?.title ?? plain(role))),
    ...[...may(handbook, id)].map((code) => permission(code)),
    ...Object.entries(duties).flatMap(([name, duty]) => [
      ...(duty.owner === id ? [line("duty", name, duty.title, { ...duty, owner: "", standIns: [] })] : []),
      ...(duty.standIns.some((one) => one === id) ? [line("standing in", name, duty.title)] : [])
    ]),
    ...(content.review.approvers.some((one) => one === id)
      ? [line("approval", "posts", { zh: "审核微博", en: "approves posts" })]
      : []),
    ...Object.entries(handbook.promises ?? {}).flatMap(([name, { escalation = [], reviews = [], title }]) => [
      ...(escalation.some(({ to }) => to === id)
        ? [line("promise", name, { zh: `逾期会告诉此人：${title.zh}`, en: `is told when late: ${title.en}` })]
        : []),
      ...(reviews.some(({ approvers }) => approvers.some((one) => one === id))
        ? [line("approval", name, { zh: `审核答复：${title.zh}`, en: `approves answers: ${title.en}` })]
        : [])
    ])
  ]
}
