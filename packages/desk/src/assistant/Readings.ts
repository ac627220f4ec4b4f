/**
 * What an assistant reads: the desk, a case, its history, what is new, what it looks for, and whether a step would be taken. All as the person sees it
 * in whose name it is there.
 *
 * @module
 */
import { type CaseSheet, EventLog, Handbooks, Offers, Rehearsal } from "@dualops/core/operations"
import { type Actor, Face } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import * as Json from "../api/Json.ts"
import * as Problems from "../api/Problems.ts"
import { isCaseId, type Running } from "../house/House.ts"
import * as Search from "../house/Search.ts"
import * as Answers from "./Answers.ts"
import * as Bounds from "./Bounds.ts"
import * as Feed from "./Feed.ts"
import * as Steps from "./Steps.ts"
import { reading, type Tool } from "./Tool.ts"
import * as ToolName from "./ToolName.ts"

/** The tools that read. */
export const of = (house: Running): ReadonlyArray<Tool> => [
  desk(house),
  oneCase(house),
  history(house),
  news(house),
  search(house),
  check(house)
]

const desk = (house: Running) =>
  reading({
    name: "desk",
    title: { zh: "工作台", en: "Desk" },
    description:
      "The cases in which you may act now, the most pressing first, each with the tools that take its steps; and the tools that begin a case. Look here first.",
    told: Schema.Struct(page),
    answer: Answers.Desk,
    run: Effect.fnUntraced(function* (asked, person) {
      const all = yield* Offers.to(house.caseload, person)
      const cases = Map.groupBy(
        all.filter((one) => one.case !== undefined),
        ({ case: sheet, process }) => keyOf(sheet, process)
      )
      const sorted = [...cases].sort(([one], [other]) => (one < other ? -1 : 1))
      const found = yield* Bounds.page(sorted, {
        asked: askedOf(asked),
        keyOf: ([key]) => key,
        itemOf: ([, offers]) => ({ case: caseOf(offers[0]?.case), tools: offers.map(toolOf) })
      })
      const items = found.items.flatMap(({ case: one, tools }) => (one === undefined ? [] : [{ case: one, tools }]))
      return { ...found, items, begin: all.filter((one) => one.case === undefined).map(beginOf) }
    })
  })

const oneCase = (house: Running) =>
  reading({
    name: "case",
    title: { zh: "事项", en: "Case" },
    description:
      "One case: what it is about, where it stands, its clocks, its version (say it as `expected`), and the tools that take its steps now.",
    told: address,
    answer: Answers.OneCase,
    run: (asked, person) =>
      Effect.map(seen(house, asked, person), ({ case: sheet, offers }) => ({
        case: Json.caseOf(sheet),
        tools: offers.map(toolOf)
      }))
  })

const history = (house: Running) =>
  reading({
    name: "history",
    title: { zh: "经过", en: "History" },
    description: "What has happened in a case, the oldest first, with all that was written: drafts, answers, reasons.",
    told: Schema.Struct({ ...address.fields, ...page }),
    answer: Answers.History,
    run: Effect.fnUntraced(function* (asked, person) {
      const { case: sheet } = yield* seen(house, asked, person)
      const log = yield* EventLog.EventLog
      const all = yield* log.read({ process: sheet.process.name, case: sheet.id })
      return yield* Bounds.page(
        all.map((event, index) => ({ version: index + 1, event })),
        {
          asked: askedOf(asked),
          keyOf: ({ version }) => String(version).padStart(12, "0"),
          itemOf: (one): typeof Answers.Event.Type => one
        }
      )
    })
  })

const news = ({ caseload: { processes } }: Running) =>
  reading({
    name: "news",
    title: { zh: "新动态", en: "News" },
    description:
      "What has happened since `after` in the cases that you see. Keep `next` and say it as `after` the next time, also days later: nothing is left out and nothing comes twice. Without `after`: nothing but the cursor of now; from `0` on: everything.",
    told: Schema.Struct({ after: Schema.optionalKey(Schema.String), most: page.most }),
    answer: Answers.News,
    run: Effect.fnUntraced(function* ({ after, most = 50 }, person) {
      if (after === undefined) return { items: [], next: String(yield* Feed.end), isAll: true }
      if (!/^\d{1,15}$/.test(after)) return yield* Effect.fail(Problems.unread)
      const { isAll, items, position } = yield* Feed.after(processes, person, Number(after), most)
      return { items, next: String(position), isAll }
    })
  })

const search = (house: Running) =>
  reading({
    name: "search",
    title: { zh: "查找", en: "Search" },
    description:
      "Cases by their id, by the id of a fan, a resource or an account that they are about, by words in the line of an open one, or by words that were said in any.",
    told: Schema.Struct({ for: Schema.NonEmptyString, ...page }),
    answer: Answers.Found,
    run: Effect.fnUntraced(function* (asked, person) {
      const { cases: found } = yield* Search.found(house, person, Search.wordsOf(asked.for))
      const belonging = yield* Handbooks.ofVersions(found.map((one) => one.case.handbook))
      const sorted = found
        .map((one) => ({ key: `${one.process.name} ${one.case.id}`, one }))
        .sort((one, other) => (one.key < other.key ? -1 : 1))
      return yield* Bounds.page(sorted, {
        asked: askedOf(asked),
        keyOf: ({ key }) => key,
        itemOf: ({ one: { case: current, process } }) => ({
          process: { name: process.name, title: process.title },
          case: current.id,
          version: current.version,
          state: { name: current.state._tag, title: Face.state(process, current.state._tag) },
          about: Face.about(process, current, belonging.get(current.handbook)?.today)
        })
      })
    })
  })

const check = ({ caseload: { processes } }: Running) =>
  reading({
    name: "check",
    title: { zh: "试做", en: "Check" },
    description:
      "Whether a tool that takes a step would be taken with these arguments, and everything that is wrong with them, by the rules of the handbook too; `advice` is what they say of the words beside that. Nothing happens.",
    told: Schema.Struct({ tool: Schema.NonEmptyString, arguments: Schema.optionalKey(Schema.Unknown) }),
    answer: Answers.Checked,
    run: Effect.fnUntraced(function* ({ arguments: told, tool }, person) {
      const meant = processes
        .flatMap((process) => Object.keys(process.steps).map((step) => ({ process, step })))
        .find(({ process, step }) => ToolName.of(process.name, step) === tool)
      if (meant === undefined) return yield* Effect.fail(Problems.notFound)
      const order = yield* Steps.orderOf(meant.process, meant.step, told, person)
      const { advice, refusal } = yield* Rehearsal.of(processes, person, order)
      const advised = advice.length === 0 ? {} : { advice }
      if (refusal === undefined) return { taken: true, ...advised }
      const [reader] = yield* Handbooks.seenBy(person)
      const against = Answers.againstOf(Problems.ofRefusal(meant.process, refusal, reader))
      return { taken: false, against, ...advised }
    })
  })

const seen = Effect.fnUntraced(function* (
  { caseload }: Running,
  asked: { readonly process: string; readonly case: string },
  person: Actor.Person
) {
  const found = isCaseId(asked.case)
    ? yield* Offers.ofCase(caseload, { process: asked.process, case: asked.case }, person)
    : undefined
  return found ?? (yield* Effect.fail(Problems.notFound))
})

const address = Schema.Struct({ process: Schema.NonEmptyString, case: Schema.NonEmptyString })

const page = {
  after: Schema.optionalKey(Schema.String.annotate({ description: "The `next` of the page before." })),
  most: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 200 })))
}

const askedOf = ({ after, most }: { readonly after?: string; readonly most?: number }) => ({
  ...(after !== undefined && { after }),
  ...(most !== undefined && { most: String(most) })
})

const keyOf = (sheet: CaseSheet.CaseSheet | undefined, process: CaseSheet.Named): string =>
  `${String(sheet?.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER).padStart(16, "0")} ${process.name} ${sheet?.id}`

const caseOf = (sheet: CaseSheet.CaseSheet | undefined) => sheet && Json.caseOf(sheet)

const toolOf = ({ opensWith, process, step }: Offers.Offer) => ({
  tool: ToolName.of(process.name, step.name),
  title: step.title,
  ...(opensWith && { opensWith })
})

const beginOf = (offer: Offers.Offer) => ({
  tool: ToolName.of(offer.process.name, offer.step.name),
  title: {
    zh: `${offer.process.title.zh}：${offer.step.title.zh}`,
    en: `${offer.process.title.en}: ${offer.step.title.en}`
  },
  accounts: offer.accounts
})
