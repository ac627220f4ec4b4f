/**
 * Posts of the tea house, brought as far as a test needs them.
 *
 * @module
 */
import { PostProcess } from "@dualops/core/content"
import { Actor, Case, Process } from "@dualops/core/process"
import { Result } from "effect"
import { edition, id, teaHouse, wall } from "./teaHouse.ts"

const settings = edition.settings(PostProcess)
const night = wall("2026-09-18T22:40")
const anybody = () => true

/** A post of this author that came so far: 1 for submitted, 2 for approved, 3 for scheduled. */
export const post = (
  name: string,
  author: Actor.PersonId,
  far: number,
  text = "早。"
): Case.Case<Process.StateOf<typeof PostProcess>> => {
  const by = Actor.person(author)
  const idea = { account: teaHouse.account.id, content: { text, pictures: [] }, slot: wall("2026-09-19T08:00") }
  const occasion = { case: Case.CaseId.make(name), at: night, handbook: edition.version, settings, entitled: anybody }
  const begun = Process.accept(PostProcess, undefined, { ...occasion, by, step: "Compose", input: idea })
  let current = Process.evolve(PostProcess, undefined, Result.getOrThrow(begun))
  if (far > 0) {
    const event = Process.accept(PostProcess, current, { ...occasion, by, step: "Submit", input: {} })
    current = Process.evolve(PostProcess, current, Result.getOrThrow(event))
  }
  if (far > 1) {
    const reviewer = Actor.person(author === id("zhou") ? id("qin") : id("zhou"))
    const event = Process.accept(PostProcess, current, { ...occasion, by: reviewer, step: "Approve", input: {} })
    current = Process.evolve(PostProcess, current, Result.getOrThrow(event))
  }
  if (far > 2) {
    const by = Actor.person(id("tang"))
    const event = Process.accept(PostProcess, current, {
      ...occasion,
      by,
      step: "Schedule",
      input: { slot: idea.slot }
    })
    current = Process.evolve(PostProcess, current, Result.getOrThrow(event))
  }
  return current
}
