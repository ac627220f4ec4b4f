/**
 * The parts that people have in a handbook: everywhere it counts on somebody.
 *
 * @module
 */
import { Record } from "effect"
import type { Behind, Escalation, ReviewStage } from "../../internal-system/interaction/ServicePromise.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Handbook } from "../Handbook.ts"

/** Somebody is counted on. `urgent`: for something that cannot wait until they look at their desk. */
export interface Part {
  readonly person: PersonId
  readonly at: ReadonlyArray<PropertyKey>
  readonly urgent: boolean
}

/** A promise or what stands behind it, with its place. */
export interface Link {
  readonly at: ReadonlyArray<PropertyKey>
  readonly promise: Pick<Behind, "title" | "within" | "warnAt" | "escalation" | "behind">
  /** What it passes before it goes out; only a promise to a fan has reviews. */
  readonly reviews: ReadonlyArray<ReviewStage>
  /** The department that promises it; absent for a promise to a fan. */
  readonly by: Behind["by"] | undefined
}

/** Every promise, and every one behind it, from the fan backwards. */
export const links = ({ promises = {} }: Handbook): ReadonlyArray<Link> =>
  Record.toEntries(promises).flatMap(([id, promise]) => [
    { at: ["promises", id], promise, reviews: promise.reviews ?? [], by: undefined },
    ...behind(["promises", id], promise.behind)
  ])

const behind = (at: ReadonlyArray<PropertyKey>, all: ReadonlyArray<Behind> = []): ReadonlyArray<Link> =>
  all.flatMap((promise, index) => {
    const here = [...at, "behind", index]
    return [{ at: here, promise, reviews: [], by: promise.by }, ...behind(here, promise.behind)]
  })

/** Every chain of people who are told when something is late. */
export const chains = (
  handbook: Handbook
): ReadonlyArray<{ readonly link: Link; readonly chain: ReadonlyArray<Escalation> }> =>
  links(handbook).map((link) => ({ link, chain: link.promise.escalation ?? [] }))

/** Everywhere the handbook counts on somebody. */
export const of = (handbook: Handbook): ReadonlyArray<Part> => {
  const { activities, content, duties, kpis = {}, plan, promises = {}, resources, team } = handbook
  const part = (person: PersonId, at: ReadonlyArray<PropertyKey>, urgent = false): Part => ({ person, at, urgent })
  const list = (people: ReadonlyArray<PersonId>, at: ReadonlyArray<PropertyKey>, urgent = false) =>
    people.map((person, index) => part(person, [...at, index], urgent))
  return [
    ...Record.toEntries(duties).flatMap(([id, { owner, standIns }]) => [
      part(owner, ["duties", id, "owner"], true),
      ...list(standIns, ["duties", id, "standIns"], true)
    ]),
    ...list(content.review.approvers, ["content", "review", "approvers"], true),
    part(content.lead, ["content", "lead"], true),
    ...(activities === undefined ? [] : [part(activities.approver, ["activities", "approver"], true)]),
    ...Record.toEntries(plan?.entries ?? {}).map(([id, { owner }]) => part(owner, ["plan", "entries", id, "owner"])),
    ...Record.toEntries(promises).flatMap(([id, { reviews = [] }]) =>
      reviews.flatMap(({ approvers }, index) => list(approvers, ["promises", id, "reviews", index, "approvers"], true))
    ),
    ...chains(handbook).flatMap(({ chain, link }) =>
      chain.map(({ to }, index) => part(to, [...link.at, "escalation", index, "to"], true))
    ),
    ...Record.toEntries(resources).flatMap(([id, { owner, sponsor }]) => [
      part(owner, ["resources", id, "owner"]),
      part(sponsor, ["resources", id, "sponsor"])
    ]),
    ...Record.toEntries(kpis).map(([id, { owner }]) => part(owner, ["kpis", id, "owner"])),
    ...Record.toEntries(team.rosters ?? {}).flatMap(([roster, { rotations }]) =>
      Record.toEntries(rotations).flatMap(([id, { people }]) =>
        list(people, ["team", "rosters", roster, "rotations", id, "people"], true)
      )
    ),
    ...Record.toEntries(team.tools ?? {}).flatMap(([id, { credential }]) =>
      list(credential?.holders ?? [], ["team", "tools", id, "credential", "holders"])
    )
  ]
}
