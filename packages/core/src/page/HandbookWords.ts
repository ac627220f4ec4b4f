/**
 * What people call that which a handbook names by ids: its people, calendars, resources, and what a permission lets somebody do.
 *
 * @module
 */

import { type Bilingual, same } from "../finding/Bilingual.ts"
import { type Who, whoIs } from "../handbook/Called.ts"
import { needsName } from "../handbook/ChangeLines.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import type { ReviewPolicy } from "../internal-system/content/ReviewPolicy.ts"
import type { Money } from "../internal-system/promotion/Money.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Allowance } from "../process/Allowance.ts"
import type { Contact } from "../process/Contact.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"
import { joined, pieces, type Text } from "./Page.ts"

/** The words of one handbook, and of the processes that run under it. */
export interface HandbookWords {
  readonly person: (id: PersonId) => string
  readonly people: (ids: ReadonlyArray<PersonId>) => Text
  readonly allowance: (allowance: Allowance) => Bilingual
  readonly calendar: (name: string) => Bilingual
  /** The titles of several entries of a chapter, in one line. */
  readonly titles: (
    chapter: Readonly<Record<string, { readonly title: Bilingual }>> | undefined,
    ids: ReadonlyArray<string>
  ) => Text
  readonly permissions: (codes: ReadonlyArray<string>) => Text
}

/** The words of a handbook. */
export const of = (handbook: Handbook, processes: ReadonlyArray<Any>): HandbookWords => {
  const person = (id: PersonId) => whoIs(handbook, id).name
  return {
    person,
    people: (ids) => (ids.length === 0 ? { zh: "无", en: "nobody" } : Names.listed(ids.map((id) => same(person(id))))),
    allowance: (allowance) => Names.allowanceName(allowance, handbook.calendars),
    calendar: (name) => Names.calendarName(name, handbook.calendars),
    titles: (chapter = {}, ids) =>
      ids.length === 0
        ? "—"
        : Names.listed(ids.map((id) => (Object.hasOwn(chapter, id) && chapter[id]?.title) || same(id))),
    permissions: (codes) =>
      codes.length === 0
        ? "—"
        : joined(
            codes.map((code): Text => Face.permission(processes, code)),
            "·"
          )
  }
}

/** A sum of money; yuan unless it is another currency. */
export const money = ({ amount, currency }: Money): Bilingual =>
  currency === "CNY"
    ? { zh: `${Names.countName(amount)} 元`, en: `${Names.countName(amount)} yuan` }
    : same(`${Names.countName(amount)} ${currency}`)

/** How a person is reached. */
export const contactOf = (contact: Contact): Text =>
  joined(
    ways.flatMap(([way, named]) => (contact[way] === undefined ? [] : [named(contact[way])])),
    "·"
  )

const at =
  (zh: string, en: string) =>
  (id: string): Bilingual => ({ zh: `${zh} ${id}`, en: `${en} ${id}` })

const ways: ReadonlyArray<readonly [keyof Contact, (id: string) => string | Bilingual]> = [
  ["phone", (id) => id],
  ["email", (id) => id],
  ["wecom", at("企业微信", "WeCom")],
  ["dingtalk", at("钉钉", "DingTalk")],
  ["feishu", at("飞书", "Feishu")]
]

/** Who approves, how many of them, and within which time. */
export const reviewName = ({ approvers, needs, within }: ReviewPolicy, words: HandbookWords): Text => [
  ...pieces(words.people(approvers)),
  {
    badge: needsName(needs),
    tone: "plain"
  },
  words.allowance(within)
]

/** Several people by their names, in one line. */
export const whoNames = (people: ReadonlyArray<Who>): Text =>
  people.length === 0 ? { zh: "无", en: "nobody" } : Names.listed(people.map(({ name }) => same(name)))
