/**
 * Findings as a page, those that stop the work first.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding, Place, Severity } from "../finding/Finding.ts"
import { type Card, nothing, type Page, type Tone } from "../page/Page.ts"

/** The page of what a check says about something. */
export const of = (about: Bilingual, findings: ReadonlyArray<Finding>): Page => ({
  title: { zh: "检查结果", en: "Findings" },
  eyebrow: about,
  under: [],
  sections: [
    {
      id: "count",
      title: { zh: "概况", en: "At a glance" },
      blocks: [
        {
          kind: "tiles",
          tiles: severities.map((severity) => ({
            figure: String(findings.filter((one) => one.severity === severity).length),
            label: names[severity],
            tone: tones[severity]
          }))
        }
      ]
    },
    ...severities.map((severity) => {
      const some = findings.filter((one) => one.severity === severity)
      return {
        id: severity,
        title: names[severity],
        count: some.length,
        blocks: some.length === 0 ? [nothing] : [{ kind: "cards" as const, cards: some.map(findingCard) }]
      }
    })
  ]
})

const severities: ReadonlyArray<Severity> = ["error", "warning", "note"]
const tones: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", note: "plain" }
const names: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "必须解决", en: "Must be mended" },
  warning: { zh: "需要判断", en: "Wants judgement" },
  note: { zh: "建议", en: "Advice" }
}

/** A finding on a card. */
export const findingCard = ({ code, evidence, fix, followers = [], message, severity, where }: Finding): Card => ({
  tone: tones[severity],
  title: message,
  lines: [
    [{ zh: "怎么办：", en: "What to do:" }, fix],
    [{ code }, { code: placeText(where) }, ...(evidence === "" ? [] : [evidence])],
    ...followers.map((follower) => [
      { zh: "由此而来：", en: "Came of it:" },
      follower.message,
      { code: placeText(follower.where) }
    ])
  ]
})

const placeText = ({ file, line, path }: Place): string =>
  [file, line, path].filter((part) => part !== undefined && part !== "").join(":")
