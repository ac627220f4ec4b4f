/**
 * What an edition says to everybody, line by line, so that two editions can be compared.
 *
 * @module
 */
import { type Bilingual, same } from "../finding/Bilingual.ts"
import type { PersonId } from "../process/Actor.ts"
import type { About, Line } from "./ChangeLine.ts"
import type { Handbook } from "./Handbook.ts"
import { allowanceName, calendarName, listed, weekName } from "./Names.ts"
import { otherLines } from "./OtherLines.ts"

/** What an edition says to everybody. */
export const linesOf = (handbook: Handbook): ReadonlyArray<Line> => {
  const { calendars, content, positioning, promises = {}, resources, team } = handbook
  const person = (id: PersonId): Bilingual => same(team.people[id]?.name ?? id)
  const { review } = content
  return [
    ...Object.entries(promises).map(([name, promise]) =>
      line("promise", name, promise.title, promise, allowanceName(promise.within, calendars))
    ),
    line(
      "approval",
      "review",
      { zh: "微博审核", en: "Review of posts" },
      review,
      listed([listed(review.approvers.map(person)), needsName(review.needs), allowanceName(review.within, calendars)])
    ),
    line("approval", "lead", { zh: "负责人", en: "The lead" }, content.lead, person(content.lead)),
    ...Object.entries(calendars).map(([name, calendar]) =>
      line("calendar", name, calendarName(name, calendars), calendar, listed(weekName(calendar.week)))
    ),
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
    ...(content.goods ?? []).map((name) =>
      line("content", `goods/${name}`, { zh: `商品「${name}」`, en: `the goods ${name}` })
    ),
    ...(content.accepted ?? []).map((one) =>
      line(
        "content",
        `accepted/${one.code}/${one.text}`,
        { zh: `已接受「${one.text}」`, en: `what is accepted of ${one.text}` },
        one,
        { zh: `${one.reason.zh}（至 ${one.until}）`, en: `${one.reason.en} (until ${one.until})` }
      )
    ),
    ...Object.entries(content.mix?.categories ?? {}).map(([name, category]) =>
      line("content", `mix/${name}`, category.title, category, same(`${category.share}%`))
    ),
    ...Object.entries(resources).map(([name, resource]) =>
      line(
        "resource",
        name,
        resource.title,
        resource,
        listed([person(resource.owner), allowanceName(resource.answers, calendars)])
      )
    ),
    ...otherLines(handbook, inOtherLines)
  ]
}

/** What stands in the lines above, or in those for a role or a person. */
const inOtherLines = [
  "version",
  "promises.*",
  "content.review",
  "content.lead",
  "calendars.*",
  "positioning.style",
  "content.bannedWords",
  "content.allowedWords",
  "content.mix.categories.*",
  "resources.*",
  "duties.*",
  "team.roles",
  "team.people.*.roles"
]

const line = (about: About, name: string, what: Bilingual, value: unknown = "", says?: Bilingual): Line => ({
  key: `${about}/${name}`,
  about,
  what,
  says,
  exactly: JSON.stringify(value)
})

/** How many of the approvers it takes. */
export const needsName = (value: Handbook["content"]["review"]["needs"]): Bilingual =>
  value === "any"
    ? { zh: "任一人", en: "any one" }
    : value === "all"
      ? { zh: "所有人", en: "all" }
      : { zh: `其中 ${value.quorum} 人`, en: `${value.quorum} of them` }
