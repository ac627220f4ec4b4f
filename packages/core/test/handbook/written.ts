/** A handbook with the least that one must have, to which the tests add what they are about. */
import { Handbook } from "@dualops/core/handbook"
import { Result } from "effect"

const day = [{ from: "09:00", to: "18:00" }]

export const bare: Handbook.Written = {
  version: "1",
  brand: { zh: "星河", en: "Xinghe" },
  account: { id: "1", name: "星河", route: "business", safeDomains: [] },
  positioning: {
    style: { persona: { zh: "小编", en: "An editor" }, mustSay: [], neverSay: [] }
  },
  content: {
    review: { approvers: ["lin"], needs: "any", within: { time: "4 hours", calendar: "office" } },
    lead: "lin",
    attention: { time: "1 hour", calendar: "always" },
    tolerance: "10 minutes",
    patience: "2 minutes",
    looks: { every: "1 minute", times: 5 }
  },
  duties: {},
  team: { roles: {}, people: { lin: { name: "林", roles: [] } } },
  calendars: { office: { week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day } } },
  resources: {}
}

/** The handbook, or what is wrong with it. */
export const handbook = (written: Handbook.Written): Handbook.Handbook =>
  Result.getOrThrowWith(
    Handbook.make(written),
    (findings) => new Error(findings.map((one) => one.message.en).join("\n"))
  )

/** A step of the story: two Chinese and English words that say the same. */
export const both = (text: string) => ({ zh: text, en: text })
