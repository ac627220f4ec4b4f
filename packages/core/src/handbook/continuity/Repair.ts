/**
 * The smallest repair of a lapse: one person of the team, and the least that they would have to be given.
 *
 * @module
 */
import { DateTime } from "effect"
import * as Spans from "../../calendar/Spans.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Duty } from "../../internal-system/team/Duty.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Lapse } from "./Continuity.ts"
import * as Cover from "./Cover.ts"

/** Something that a person would have to be given. */
export interface Missing {
  readonly kind: "stand-in" | "skill" | "permission" | "knowledge" | "shift"
  /** The skill, the permission, the knowledge; of a shift and a stand-in, the duty. */
  readonly what: string
}

/** Who could take over, and what they would need for it. */
export interface Repair {
  readonly person: PersonId
  readonly needs: ReadonlyArray<Missing>
}

/** The repair that needs least; the earlier person of the handbook among equals. Nothing where nobody is left to be asked. */
export const smallest = (cover: Cover.Cover, lapse: Lapse): Repair | undefined => {
  const duty = cover.duties.find(([id]) => id === lapse.duty)?.[1]
  if (duty === undefined) return undefined
  const at = DateTime.toEpochMillis(lapse.at)
  const repairs = cover.people
    .filter(
      (person) =>
        !lapse.gone.includes(person) && person !== lapse.conflict?.person && !Spans.has(cover.away(person), at)
    )
    .map((person) => ({ person, needs: needs(cover, person, duty, lapse.duty, at) }))
  return repairs.reduce<Repair | undefined>(
    (least, one) => (least === undefined || one.needs.length < least.needs.length ? one : least),
    undefined
  )
}

const needs = (
  cover: Cover.Cover,
  person: PersonId,
  duty: Duty,
  id: Lapse["duty"],
  at: number
): ReadonlyArray<Missing> => {
  const stands = duty.owner === person || duty.standIns.includes(person)
  const has =
    stands || Spans.has(cover.turns(duty.roster).get(person) ?? [], at) || Spans.has(cover.lentDuty(person, id), at)
  // Whoever is named as a stand-in works in the duty's hours where there is no roster, and may do what its owner may.
  const after: Duty = has ? duty : { ...duty, standIns: [...duty.standIns, person] }
  const works = Spans.has(cover.works(person), at) || (!has && duty.roster === undefined)
  return [
    ...(has ? [] : [{ kind: "stand-in", what: id } as const]),
    ...Cover.lacksSkills(cover, person, duty).map((what) => ({ kind: "skill", what }) as const),
    ...Cover.lacksPermissions(cover, person, after)
      .filter((permission) => !Spans.has(cover.lent(person, permission), at))
      .map((what) => ({ kind: "permission", what }) as const),
    ...Cover.lacksKnowledge(cover, person, duty).map((what) => ({ kind: "knowledge", what }) as const),
    ...(works ? [] : [{ kind: "shift", what: id } as const])
  ]
}

/** The repair as a sentence. */
export const inWords = ({ needs, person }: Repair): Bilingual => ({
  zh: `让 ${person} ${needs.map(({ kind, what }) => zh[kind](what)).join("，并")}。`,
  en: `Let ${person} ${needs.map(({ kind, what }) => en[kind](what)).join(", and ")}.`
})

const zh: Readonly<Record<Missing["kind"], (what: string) => string>> = {
  "stand-in": (what) => `成为「${what}」的替补`,
  skill: (what) => `学会「${what}」`,
  permission: (what) => `获得权限 ${what}`,
  knowledge: (what) => `了解「${what}」，或把它写下来`,
  shift: (what) => `在该时段值班，以便接手「${what}」`
}

const en: Readonly<Record<Missing["kind"], (what: string) => string>> = {
  "stand-in": (what) => `stand in for ${what}`,
  skill: (what) => `learn ${what}`,
  permission: (what) => `have the permission ${what}`,
  knowledge: (what) => `know ${what}, or write it down`,
  shift: (what) => `be on shift then for ${what}`
}
