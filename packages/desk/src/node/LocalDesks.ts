/**
 * Everybody's desk on this machine, behind no door: each person has one at an address of its own, and whoever sits at the machine chooses.
 *
 * Meant for trying, and for a house whose people share one machine. No other machine reaches the desks, and they answer only to the names of this one, so that
 * no page from elsewhere gets to them by a name of its own.
 *
 * @module
 */
import type { RequestListener } from "node:http"
import type { Bilingual } from "@dualops/core/finding"
import type { Handbook } from "@dualops/core/handbook"
import { Html, type Page } from "@dualops/core/pages"
import { Actor } from "@dualops/core/process"
import { Effect, Layer, Record, type Scope } from "effect"
import * as Desk from "../Desk.ts"
import { Door } from "../door/Door.ts"
import type { Needs } from "../house/House.ts"
import * as NodeDesk from "./NodeDesk.ts"

/** What the desks have to be told: what every desk is, and whose they are. */
export interface Options<PageNeeds = never> extends Omit<Desk.Options<PageNeeds>, "base" | "origin"> {
  readonly handbook: Pick<Handbook.Handbook, "brand" | "team">
  /** The port; one that is free where it is left out. */
  readonly port?: number
  /** What else stands on the first page, such as the page of an emulator: its name here, and the address to which it leads. */
  readonly beside?: Readonly<Record<string, Elsewhere>>
}

/** Something beside the desks. */
export interface Elsewhere {
  readonly title: Bilingual.Bilingual
  readonly url: string
}

/** Opens the desks for as long as the scope; gives the address of the page that leads to all of them. */
export const serve = Effect.fnUntraced(function* <PageNeeds = never>(
  options: Options<PageNeeds>
): Effect.fn.Return<string, never, Needs | PageNeeds | Scope.Scope> {
  const { beside = {}, handbook, port } = options
  const desks = new Map<string, RequestListener>()
  for (const person of Record.keys(handbook.team.people)) desks.set(person, yield* deskOf(options, person))
  const first = Html.render(pageOf(options))
  return yield* NodeDesk.serve((incoming, outgoing) => {
    const isHere = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(incoming.headers.host ?? "")
    const [, what = "", whose = ""] = (incoming.url ?? "").split(/[/?]/)
    const desk = what === "as" ? desks.get(decoded(whose)) : undefined
    if (isHere && desk !== undefined) return desk(incoming, outgoing)
    const other = Object.hasOwn(beside, what) ? beside[what] : undefined
    if (isHere && other !== undefined) return void outgoing.writeHead(302, { location: other.url }).end()
    const isFirst = what === ""
    outgoing.writeHead(!isHere ? 403 : isFirst ? 200 : 404, { "content-type": "text/html; charset=utf-8" })
    outgoing.end(isHere && isFirst ? first : undefined)
  }, port)
})

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ""
  }
}

/** Whoever comes to this address is this person. */
const deskOf = <PageNeeds>(options: Options<PageNeeds>, person: string) =>
  Desk.handler({ ...options, base: addressOf(person) }).pipe(
    Effect.provide(
      Layer.succeed(Door, { of: () => Effect.succeed({ person: Actor.person(person), isAmbient: true }) })
    ),
    Effect.map(NodeDesk.listener)
  )

const addressOf = (person: string) => `/as/${encodeURIComponent(person)}`

const pageOf = ({ beside = {}, handbook: { brand, team } }: Pick<Options, "beside" | "handbook">): Page.Page => ({
  title: { zh: "打开谁的工作台？", en: "Whose desk?" },
  eyebrow: brand,
  under: [
    { zh: "只有这台电脑能打开这里，所以不需要登录。", en: "No other machine gets here, so nobody has to sign in." }
  ],
  sections: [
    {
      id: "people",
      title: { zh: "人员", en: "People" },
      blocks: [
        {
          kind: "list",
          items: Record.toEntries(team.people).map(([id, { name, roles }]) => [
            { link: name, to: `${addressOf(id)}/zh` },
            { link: "English", to: `${addressOf(id)}/en` },
            roles.map((role) => team.roles[role]?.title.zh ?? role).join("、")
          ])
        }
      ]
    },
    ...Record.toEntries(beside).map(([name, { title }]) => ({
      id: name,
      title,
      blocks: [{ kind: "text" as const, text: { link: title, to: `/${name}` } }]
    }))
  ]
})
