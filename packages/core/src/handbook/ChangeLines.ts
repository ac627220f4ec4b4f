/**
 * What an edition says to everybody, line by line, so that two editions can be compared.
 *
 * @module
 */
import { inWords } from "../calendar/TimeSpan.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Allowance } from "../process/Allowance.ts"
import type { About } from "./Changes.ts"
import type { Handbook } from "./Handbook.ts"

/** One thing that an edition says. */
export interface Line {
  /** The same in two editions for the same thing. */
  readonly key: string
  readonly about: About
  readonly what: Bilingual
  readonly says: Bilingual | undefined
  /** Equal where the two editions say the same. */
  readonly exactly: string
}

/** What an edition says to everybody. */
export const linesOf = ({
  calendars,
  content,
  positioning,
  promises = {},
  resources
}: Handbook): ReadonlyArray<Line> => [
  ...Object.entries(promises).map(([name, promise]) =>
    line("promise", name, promise.title, promise, allowance(promise.within))
  ),
  line("approval", "review", { zh: "微博审核", en: "Review of posts" }, content.review, {
    zh: `${content.review.approvers.join("、")}，${needs(content.review.needs)}，${allowance(content.review.within).zh}`,
    en: `${content.review.approvers.join(", ")}; ${needs(content.review.needs)}; ${allowance(content.review.within).en}`
  }),
  line("approval", "lead", { zh: "负责人", en: "The lead" }, content.lead, plain(content.lead)),
  ...Object.entries(calendars).map(([name, calendar]) => line("calendar", name, plain(name), calendar)),
  line(
    "content",
    "style",
    { zh: "口吻与用语", en: "How the account speaks" },
    positioning.style,
    positioning.style.persona
  ),
  ...(content.bannedWords ?? []).map((word) =>
    line("content", `banned/${word}`, { zh: `禁用词「${word}」`, en: `the banned word ${word}` })
  ),
  ...(content.allowedWords ?? []).map((word) =>
    line("content", `allowed/${word}`, { zh: `允许的说法「${word}」`, en: `the allowed phrase ${word}` })
  ),
  ...Object.entries(content.mix?.categories ?? {}).map(([name, category]) =>
    line("content", `mix/${name}`, category.title, category, plain(`${category.share}%`))
  ),
  ...Object.entries(resources).map(([name, resource]) =>
    line("resource", name, resource.title, resource, {
      zh: `${resource.owner}，${allowance(resource.answers).zh}`,
      en: `${resource.owner}, ${allowance(resource.answers).en}`
    })
  )
]

const line = (about: About, name: string, what: Bilingual, value: unknown = "", says?: Bilingual): Line => ({
  key: `${about}/${name}`,
  about,
  what,
  says,
  exactly: JSON.stringify(value)
})

const plain = (text: string): Bilingual => ({ zh: text, en: text })

const needs = (value: Handbook["content"]["review"]["needs"]): string =>
  typeof value === "string" ? value : String(value.quorum)

const allowance = ({ calendar, time }: Allowance): Bilingual => plain(`${inWords(time)} (${calendar})`)
