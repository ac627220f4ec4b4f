/**
 * An assistant as a colleague of a house of two accounts: in the first it drafts posts, passes comments on and prepares hand-overs; of the second it
 * sees nothing. Lin works for both.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { HousePages } from "@dualops/core/house-pages"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Operations } from "@dualops/core/operations"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { Layer, Result, Schema } from "effect"
import { prizes } from "../../../../examples/prizes/Prizes.ts"
import { door } from "../house.ts"

const practices = [...Practices.house, prizes]
const text = readFileSync(new URL("../../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")

const read = (edit: (text: string) => string) =>
  Result.getOrThrow(
    HandbookFile.read(
      "handbook.yaml",
      `${edit(text)}\nprizes: { owner: lin, answers: { time: 4 hours, calendar: office } }\n`,
      practices
    )
  )

/** The assistant's name in the handbook, and its permissions. */
export const assistant = "helper"
export const may = ["content.compose", "interaction.route", "team.handOver"]

const handbook = read((one) =>
  one.replace(
    "  people:\n",
    `    assistant: { title: { zh: 助手, en: Assistant }, may: [${may.join(", ")}] }\n  people:\n    ${assistant}: { name: 小助, roles: [assistant] }\n`
  )
)

/** The second account's. */
export const other = { account: "1000000002", brand: "月牙咖啡" }
const otherHandbook = read((one) =>
  one
    .replace('version: "1"', 'version: "other 1"')
    .replace("星河茶饮, en: Xinghe Tea", `${other.brand}, en: Yueya Coffee`)
    .replaceAll("1000000001", other.account)
    .replace("name: 星河茶饮", `name: ${other.brand}`)
)

/** The pages of both accounts. */
export const pages = [handbook, otherHandbook].flatMap((one) => HousePages.of(one, ChineseHolidays.holidays, practices))

const editions = KeptEditions.layer([handbook, otherHandbook], ChineseHolidays.holidays, practices)
/** The house, in memory, with its doors. */
export const colleagues = editions.pipe(
  Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)),
  Layer.merge(door)
)

/** A fan's comment comes in. */
export const comes = (number: number, text: string) =>
  Operations.send(AnswerProcess, {
    key: `comment ${number}`,
    case: Case.CaseId.make(`comment ${number}`),
    step: "Receive",
    by: Actor.world,
    input: {
      account: handbook.account.id,
      interaction: Schema.decodeUnknownSync(Interaction.Interaction)({
        kind: "comment",
        id: `comment ${number}`,
        post: "1",
        from: { id: `fan ${number}`, name: text.slice(0, 20) },
        text,
        at: "2026-11-23T01:00:00Z"
      })
    }
  })
