/**
 * People and departments against their promises: what they did, how many of their promises were in time, by how much the others were late, and what waits for them.
 *
 * @module
 */
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import { authority, type PersonId } from "../../process/Actor.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import * as Material from "./Material.ts"
import { inTime, lateAt, lateness, settledIn } from "./PromisesChapter.ts"
import type { Chapter, Line, Table } from "./Report.ts"

/** The chapter: whoever did something, or is waited for. */
export const of = (material: Material.Material): Chapter => {
  const { now } = Material.spans(material)
  const { called, groups = () => [], worked } = material
  const people = peopleIn(material, now)
  const byGroup = new Map<string, { readonly title: Bilingual; readonly people: Set<PersonId> }>()
  for (const person of people)
    for (const title of groups(person)) {
      const known = byGroup.get(title.zh) ?? { title, people: new Set() }
      byGroup.set(title.zh, known)
      known.people.add(person)
    }
  const own = people.map((person) => ({ title: same(called(person)), key: person, people: new Set([person]) }))
  const departments = [...byGroup.values()].map((one) => ({ ...one, key: `group ${one.title.en}` }))
  const nobody = worked.open.filter(({ people }) => people.length === 0).length
  return {
    id: "people",
    title: { zh: "人员与部门", en: "People and departments" },
    says: [
      ...own.flatMap((one) => saidLate(material, now, one)),
      ...(nobody === 0
        ? []
        : [
            {
              zh: `期末有 ${nobody} 件未了结的事项不等某一个人：有权限的人都可以办。`,
              en: `${nobody} open cases wait for nobody in particular: whoever has the permission may take them.`
            }
          ])
    ],
    lines: [...own, ...departments].flatMap((one) => linesOf(material, now, one)),
    charts: [],
    tables: [
      tableOf(material, now, { zh: "按人员", en: "By person" }, own),
      ...(departments.length === 0
        ? []
        : [tableOf(material, now, { zh: "按部门与角色", en: "By department and role" }, departments)])
    ]
  }
}

/** One or several people, under one name. */
interface Party {
  readonly key: string
  readonly title: Bilingual
  readonly people: ReadonlySet<PersonId>
}

const peopleIn = ({ worked }: Material.Material, span: Material.Span): ReadonlyArray<PersonId> => {
  const found = new Set<PersonId>()
  for (const { at, by } of worked.deeds) if (by._tag === "Person" && Material.isIn(at, span)) found.add(authority(by))
  for (const { people } of [...settledIn(worked.ran, span), ...worked.open]) for (const one of people) found.add(one)
  return [...found].toSorted()
}

const figuresOf = ({ worked }: Material.Material, span: Material.Span, { people, title }: Party) => {
  const are = (those: ReadonlyArray<PersonId>) => those.some((one) => people.has(one))
  const ran = settledIn(worked.ran, span).filter((one) => are(one.people))
  const of = (zh: string, en: string) => ({ zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` })
  const did = worked.deeds.filter(
    ({ at, by }) => by._tag === "Person" && people.has(authority(by)) && Material.isIn(at, span)
  )
  return {
    did: Figures.counted(of("办理的步骤", "steps taken"), "count", did.length),
    inTime: inTime(of("按时", "in time"), ran, []),
    late: lateness(of("超时合计", "late in all"), ran, []),
    waits: Figures.counted(
      of("期末等其办理", "waited for at the end"),
      "count",
      worked.open.filter((one) => are(one.people)).length
    ),
    overdue: Figures.counted(
      of("其中已超时", "of these, over time"),
      "count",
      lateAt(worked.ran, span).filter((one) => are(one.people)).length
    )
  } satisfies Readonly<Record<string, Figure>>
}

const saidLate = (material: Material.Material, span: Material.Span, party: Party): ReadonlyArray<Bilingual> => {
  const { late, overdue } = figuresOf(material, span, party)
  const { title } = party
  return [
    ...(late.value === 0
      ? []
      : [
          {
            zh: `${title.zh}：办结的承诺合计超时 ${late.value} 分钟工作时间。`,
            en: `${title.en}: promises settled were ${late.value} minutes of working time late in all.`
          }
        ]),
    ...(overdue.value === 0
      ? []
      : [
          {
            zh: `${title.zh}：期末有 ${overdue.value} 个时限已过而未办。`,
            en: `${title.en}: ${overdue.value} deadlines have run out at the end, and nothing was done.`
          }
        ])
  ]
}

const linesOf = (material: Material.Material, span: Material.Span, party: Party): ReadonlyArray<Line> =>
  Object.entries(figuresOf(material, span, party)).map(([key, figure]) => ({
    key: `person.${party.key}.${key}`,
    figure
  }))

const tableOf = (
  material: Material.Material,
  span: Material.Span,
  title: Bilingual,
  parties: ReadonlyArray<Party>
): Table => ({
  title,
  columns: [
    { title },
    { title: { zh: "步骤", en: "Steps" }, unit: "count" },
    { title: { zh: "到期或办结", en: "Promises settled" }, unit: "count" },
    { title: { zh: "按时率", en: "In time" }, unit: "share" },
    { title: { zh: "超时（工作时间）", en: "Late (working time)" }, unit: "minutes" },
    { title: { zh: "期末等办", en: "Waiting" }, unit: "count" },
    { title: { zh: "已超时", en: "Over time" }, unit: "count" }
  ],
  rows: parties.map((party) => {
    const { did, inTime, late, overdue, waits } = figuresOf(material, span, party)
    const [settled, ...numbers] = [inTime.of?.denominator.value, inTime.value, late.value, waits.value, overdue.value]
    return [party.title, did.value ?? null, settled ?? null, ...numbers.map((one) => one ?? null)]
  })
})
