/**
 * How a link that was placed is looked at, by a program where it stands on a page and by people where it does not, and what becomes of it.
 *
 * @module
 */
import { DateTime, Option, Result, Schema, Struct } from "effect"
import { Moment } from "../../calendar/Moment.ts"

import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import { authority, type PersonId } from "../../process/Actor.ts"
import { dueAt, everyMinute } from "../../process/Calendars.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { NotTheirs } from "../ResourceRequest.ts"
import * as Placement from "./Placement.ts"
import * as PlacementCheck from "./PlacementCheck.ts"
import * as TrackedLink from "./TrackedLink.ts"

const { stay, step } = Placement.placement

type Watched = Placement.In<"Placed" | "Missing">

/** When it is looked at again. */
const nextLook = ({ at, calendars = everyMinute, settings }: Circumstances<Placement.Settings>) =>
  dueAt(calendars, at, settings.every)

/** The page to be looked at, where there is one. */
const lookAt = ({ link, page }: Watched) => (page === undefined ? undefined : { page, link })

/** A channel is somebody's: nobody else changes what stands in it. */
export const notTheirs = (
  { channel: resource, owner, sponsor }: Placement.In<"Granted" | Watched["_tag"]>,
  person: PersonId
) => (person === owner || person === sponsor ? undefined : new NotTheirs({ person, resource }))

/** Whoever has the channel has placed it, anew as well. */
export const Place = step({
  title: { zh: "投放", en: "place" },
  from: ["Granted", "Missing"],
  to: ["Placed"],
  by: "resource.answer",
  input: { page: Placement.Page },
  facts: { page: Placement.Page, next: Moment },
  unless: (placement, { by }) => notTheirs(placement, authority(by)),
  decide: (_, input, under) =>
    input.page === undefined || Option.isSome(TrackedLink.read(input.page))
      ? Result.succeed({ ...input, next: nextLook(under) })
      : Result.fail(new Placement.NoPage({ page: input.page })),
  evolve: (placement, { at: since, facts }) => ({ ...bare(placement), _tag: "Placed", ...facts, since, unknown: 0 }),
  performs: {
    look: (placement) => lookAt(placement),
    notify: (placement) => ({
      to: placement.askedBy.person,
      message: Placement.says(placement, { zh: "已投放", en: "is placed" })
    })
  }
})

/** What was granted, without what has happened since. */
export const bare = (placement: Placement.In<"Granted" | Watched["_tag"]>): Omit<Placement.In<"Granted">, "_tag"> => {
  const { _tag: _, ...all } = placement
  return Struct.omit(all as Omit<Placement.In<"Missing">, "_tag">, ["page", "since", "next", "unknown", "missedAt"])
}

/** Another look at the page is due. */
export const Check = stay({
  title: { zh: "查看", en: "check" },
  from: ["Placed", "Missing"],
  by: "clock",
  facts: { next: Moment },
  decide: (_, __, under) => Result.succeed({ next: nextLook(under) }),
  evolve: (placement, { facts }) => ({ ...placement, ...facts }),
  performs: {
    look: (placement) => lookAt(placement),
    notify: (placement) =>
      placement.page === undefined
        ? {
            to: placement.askedBy.person,
            message: Placement.says(placement, {
              zh: "还在吗，请去看一眼",
              en: "has to be looked at: is it still there?"
            })
          }
        : undefined
  }
})

/** After so many looks that told nothing, a person is asked. */
const patience = 3

const watching = {
  notify: (placement: Watched, { at }: { readonly at: Moment }) => {
    if (placement._tag === "Missing" && DateTime.Equivalence(placement.missedAt, at))
      return {
        to: placement.owner,
        message: Placement.says(placement, { zh: "找不到了，请恢复", en: "is missing; please restore it" })
      }
    return placement.unknown === patience
      ? {
          to: placement.askedBy.person,
          message: Placement.says(placement, { zh: "多次没能查看，请去看一眼", en: "could not be looked at" })
        }
      : undefined
  }
}

/** What a program has seen. */
export const Looked = step({
  title: { zh: "获知查看结果", en: "hear what was seen" },
  from: ["Placed", "Missing"],
  to: ["Placed", "Missing"],
  by: "world",
  input: PlacementCheck.sight,
  evolve: (placement, { at, facts: { link } }) =>
    link === "unknown" ? { ...placement, unknown: placement.unknown + 1 } : seen(placement, link === "found", at),
  performs: watching
})

/** No program could look. */
export const NotLooked = stay({
  title: { zh: "获知没能查看", en: "hear that nobody looked" },
  from: ["Placed", "Missing"],
  by: "world",
  input: Action.unknown,
  evolve: (placement) => ({ ...placement, unknown: placement.unknown + 1 }),
  performs: watching
})

/** What a person has seen. */
export const Report = step({
  title: { zh: "记查看结果", en: "report" },
  from: ["Placed", "Missing"],
  to: ["Placed", "Missing"],
  by: "planning.ask",
  input: { isThere: Schema.Boolean.annotate(Label.of({ zh: "还在", en: "still there" })) },
  evolve: (placement, { at, facts: { isThere } }) => seen(placement, isThere, at),
  performs: watching
})

const seen = (placement: Watched, isThere: boolean, at: Moment): Watched => {
  const { _tag, ...all } = placement
  if (!isThere) return { missedAt: at, ...all, _tag: "Missing", unknown: 0 }
  const { missedAt: _, ...placed } = { missedAt: at, ...all }
  return { ...placed, _tag: "Placed", unknown: 0 }
}
