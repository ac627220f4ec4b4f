/**
 * Content: what the handbook asks of every post can be had, and its own models keep the rules.
 *
 * @module
 */
import { DateTime, Record } from "effect"
import type { Handbook } from "../../handbook/Handbook.ts"
import { ofPosts } from "../../handbook/Settings.ts"
import * as Route from "../../internal-system/content/Route.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import type { View } from "../../practice/View.ts"

/** The rules of content. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "content/must-say-what-is-banned",
    severity: "error",
    demands: { zh: "必须说的话里没有禁用词。", en: "What every post must say holds nothing that none may say." },
    fix: { zh: "改掉其中之一。", en: "Change one of the two." },
    find: (view) => {
      const { handbook } = view
      const { mustSay, signOff } = handbook.positioning.style
      const screening = compiled(ofPosts(handbook).rules)
      return [...mustSay, ...(signOff === undefined ? [] : [signOff])].flatMap((phrase) =>
        screening
          .screen({ text: phrase, pictures: [] }, now(view))
          // What has no place in the phrase is missing from it, and may stand elsewhere in a post.
          .filter(({ severity, where }) => severity === "error" && where.range !== undefined)
          .map(({ evidence, message }) =>
            hit(
              ["positioning", "style"],
              `必须说「${phrase}」，其中「${evidence}」过不了审核：${message.zh}`,
              `Every post must say "${phrase}", and "${evidence}" is refused: ${message.en}`,
              evidence
            )
          )
      )
    }
  },
  {
    code: "content/model-breaks-rules",
    severity: "error",
    demands: { zh: "范例本身合规。", en: "A post that is held up as a model keeps the content rules." },
    fix: { zh: "改写范例。", en: "Write the model anew." },
    find: (view) => {
      const { handbook } = view
      const screening = compiled(ofPosts(handbook).rules)
      return Record.toEntries(handbook.content.mix?.categories ?? {}).flatMap(([id, { like }]) =>
        (like === undefined ? [] : screening.screen({ text: like, pictures: [] }, now(view)))
          .filter(({ severity }) => severity === "error")
          .map(({ evidence, message }) =>
            hit(["content", "mix", "categories", id, "like"], message.zh, message.en, evidence)
          )
      )
    }
  },
  {
    code: "content/acceptance-expired",
    severity: "warning",
    demands: { zh: "接受的用语没有过期。", en: "No words are accepted beyond the date that was written down." },
    fix: { zh: "改写这类用语，或写下新的理由和日期。", en: "Say it otherwise, or write down a new reason and date." },
    find: ({ handbook: { content }, today }) =>
      (content.accepted ?? []).flatMap(({ code, text, until }, index) =>
        today === undefined || today < until
          ? []
          : [
              hit(
                ["content", "accepted", index, "until"],
                `「${text}」（${code}）的接受期已于 ${until} 结束，博文里再出现会被拦下。`,
                `${text} (${code}) was accepted until ${until}, and a post with it is refused again.`,
                until
              )
            ]
      )
  },
  {
    code: "content/topics-lost",
    severity: "warning",
    demands: { zh: "发布方式支持风格卡要求的话题。", en: "The route carries the topics that the style card asks for." },
    fix: { zh: "换发布方式，或不要求话题。", en: "Use another route, or ask for no topics." },
    find: ({ handbook: { account, positioning } }) =>
      (positioning.style.tags?.least ?? 0) === 0
        ? []
        : taken(account)
            .filter((route) => !Route.allowance[route].topics)
            .map((route) =>
              hit(
                placeOf(account, route),
                "该发布方式会去掉话题。",
                `The route ${route} strips topics, and every post needs one.`,
                route
              )
            )
  },
  {
    code: "content/no-safe-domain",
    severity: "error",
    demands: { zh: "需要安全域名的发布方式配有域名。", en: "A route that asks for a registered domain has one." },
    fix: { zh: "写下应用登记的域名。", en: "Write down the domains registered with the app." },
    find: ({ handbook: { account } }) =>
      taken(account).some((route) => Route.allowance[route].safeDomain) && account.safeDomains.length === 0
        ? [
            account.route === "share"
              ? hit(
                  ["account", "safeDomains"],
                  "没有安全域名，什么都发不出去。",
                  "Without a registered domain nothing can be published.",
                  account.route
                )
              : hit(
                  ["account", "safeDomains"],
                  "没有安全域名，走 share 的微博发不出去。",
                  "Without a registered domain nothing can be published that goes by share.",
                  "share"
                )
          ]
        : []
  }
]

/** The moment at which today begins, as far as anybody says which day it is. */
const now = ({ moment, today }: View) =>
  today === undefined ? undefined : DateTime.makeUnsafe(moment(`${today}T00:00`))

type Account = Handbook["account"]

/** The routes that posts of the account take. */
const taken = ({ otherRoutes = [], route }: Account) => Route.taken([route, ...otherRoutes])

const placeOf = ({ route: first }: Account, route: Route.Route) => [
  "account",
  route === first ? "route" : "otherRoutes"
]

let last: { readonly key: string; readonly screening: Screening.Screening } | undefined

/** Compiling takes longer than all other rules together, and editions of a handbook mostly have the same rules for content. */
const compiled = (rules: Screening.Rules): Screening.Screening => {
  const key = JSON.stringify(rules)
  if (last?.key !== key) last = { key, screening: Screening.compile(rules) }
  return last.screening
}
