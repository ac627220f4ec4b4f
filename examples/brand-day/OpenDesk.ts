/**
 * The desks of the day's people, opened on this machine once the day has run: whoever looks can approve, answer and take over, and what that leads to
 * goes out to the (emulated) Weibo. Nobody signs in here: each desk has an address of its own, and no other machine reaches it.
 *
 * @module
 */
import type { RequestListener } from "node:http"
import { Actor, ChineseHolidays, Worker } from "@dualops/core"
import type { Handbook } from "@dualops/core/handbook"
import { HousePages } from "@dualops/core/house-pages"
import { Html, type Page } from "@dualops/core/pages"
import { Practices } from "@dualops/core/practices"
import { Desk, Door } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Effect, Layer, Record, Schedule } from "effect"
import type { Work } from "./Day.ts"

/** Opens them for as long as the scope is open, and works on; gives the address of the page that leads to all of them. */
export const open = Effect.fnUntraced(function* (handbook: Handbook.Handbook, work: Work) {
  const people = Record.keys(handbook.team.people)
  const desks = new Map<string, RequestListener>()
  for (const person of people) desks.set(person, yield* deskOf(person, handbook))
  const all = Html.render(overview(handbook))
  yield* Effect.forkScoped(Effect.repeat(Worker.round(work), Schedule.spaced("200 millis")))
  const url = yield* NodeDesk.serve((incoming, outgoing) => {
    const [, person = ""] = (incoming.url ?? "").split("/")
    const desk = desks.get(person)
    if (desk !== undefined) return desk(incoming, outgoing)
    outgoing.writeHead(person === "" ? 200 : 404, { "content-type": "text/html; charset=utf-8" })
    outgoing.end(person === "" ? all : "")
  })
  return `${url}/`
})

/** Whoever comes to this address is this person. */
const deskOf = (person: string, handbook: Handbook.Handbook) =>
  Effect.map(
    Desk.handler({
      processes: Practices.processes(),
      pages: HousePages.of(handbook, ChineseHolidays.holidays),
      title: handbook.brand,
      base: `/${person}`
    }).pipe(
      Effect.provide(
        Layer.succeed(Door.Door, { of: () => Effect.succeed({ person: Actor.person(person), isAmbient: true }) })
      )
    ),
    NodeDesk.listener
  )

const overview = ({ brand, team }: Handbook.Handbook): Page.Page => ({
  title: { zh: "各人的桌面", en: "Everybody's desk" },
  eyebrow: brand,
  under: [],
  sections: [
    {
      id: "people",
      title: { zh: "人员", en: "People" },
      blocks: [
        {
          kind: "list",
          items: Record.toEntries(team.people).map(([id, { name, roles }]) => [
            { link: name, to: `/${id}/zh` },
            { link: "English", to: `/${id}/en` },
            roles.map((role) => team.roles[role]?.title.zh ?? role).join("、")
          ])
        }
      ]
    }
  ]
})
