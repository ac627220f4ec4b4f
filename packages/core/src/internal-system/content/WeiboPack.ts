/**
 * What Weibo refuses, or does without a word to a post, by the route it takes.
 *
 * Source: Weibo's interface pages for statuses/share, update, upload and the business interfaces, and what developers
 * report: topics are stripped on `share`, and a link that is not followed by a blank swallows the text behind it.
 *
 * @module
 */
import type { Finding } from "../../finding/Finding.ts"
import { check, type Draft, inText, type Pack, type Statement } from "./ContentRule.ts"
import * as Link from "./Link.ts"
import { type Allowance, allowance, type Route } from "./Route.ts"
import * as ShownOrder from "./ShownOrder.ts"
import * as TextLength from "./TextLength.ts"
import * as Says from "./WeiboStatements.ts"

/** What the app has: its route, and the host names registered as its safe domains. */
export interface Settings {
  readonly route: Route
  readonly safeDomains: ReadonlyArray<string>
}

/** Weibo's rules for the route. */
export const make = (settings: Settings): Pack => {
  const allowed = allowance[settings.route]
  const domains = settings.safeDomains.map((domain) => domain.toLowerCase())
  return {
    name: "weibo",
    rules: [
      check(isNotEmpty),
      check(isShortEnough(allowed)),
      check(hasPictures(allowed)),
      ...(allowed.safeDomain ? [check(hasSafeLink(domains))] : []),
      check(endsItsLinks),
      ...(allowed.topics ? [] : [check(hasNoTopic)]),
      check(hasNoPadding),
      check(isNotTurnedRound)
    ]
  }
}

/** Weibo's rules for a comment, which needs no link and takes no picture. Source: the interface page of comments/create. */
export const ofComments = (): Pack => ({
  name: "weibo",
  rules: [
    check(isNotEmpty),
    check(isShortEnough({ units: 280 })),
    check(endsItsLinks),
    check(hasNoPadding),
    check(isNotTurnedRound)
  ]
})

const isNotEmpty = ({ content, folded }: Draft): ReadonlyArray<Finding> =>
  showsNothing.test(folded.text) ? [inText(content, Says.empty)] : []

/**
 * Beside what folding takes away: blanks, the characters that are drawn as one (the blank of Braille, of hieroglyphs, a note without a head),
 * what is no character, and what half a pair of surrogates is sent as.
 */
const showsNothing = /^[\s\u2800\u{13441}\u{13442}\u{1D159}\p{Noncharacter_Code_Point}\uFFFD]*$/u

const isShortEnough =
  (allowed: Pick<Allowance, "units">) =>
  ({ content }: Draft): ReadonlyArray<Finding> => {
    const units = TextLength.units(content.text)
    if (units <= allowed.units) return []
    const start = TextLength.fitting(content.text, allowed.units)
    return [inText(content, Says.tooLong(units, allowed.units), { start, end: content.text.length })]
  }

const hasPictures =
  (allowed: Allowance) =>
  ({ content }: Draft): ReadonlyArray<Finding> => {
    const ofPicture = (index: number, says: Statement, evidence: string): Finding => ({
      ...says,
      where: { path: `pictures[${index}]` },
      evidence
    })
    const count = content.pictures.length
    return [
      ...(count < allowed.leastPictures ? [{ ...Says.noPicture, where: { path: "pictures" }, evidence: "0" }] : []),
      ...content.pictures.flatMap(({ source, bytes }, index) => [
        ...(index >= allowed.pictures ? [ofPicture(index, Says.tooManyPictures(count, allowed.pictures), source)] : []),
        ...(bytes >= allowed.pictureBytes && allowed.pictures > 0
          ? [ofPicture(index, Says.pictureTooLarge(allowed.pictureBytes), `${bytes}`)]
          : []),
        ...(bytes <= 0 ? [ofPicture(index, Says.pictureEmpty, `${bytes}`)] : [])
      ])
    ]
  }

const hasSafeLink =
  (domains: ReadonlyArray<string>) =>
  ({ content }: Draft): ReadonlyArray<Finding> =>
    Link.all(content.text).some((link) => link.ended && Link.isSafe(link, domains))
      ? []
      : [inText(content, Says.noSafeLink(domains))]

const endsItsLinks = ({ content }: Draft): ReadonlyArray<Finding> =>
  Link.all(content.text)
    .filter((link) => !link.ended)
    .map((link) => inText(content, Says.linkNotEnded, link))

/** A link is read first, so that a # inside it opens no topic. */
const hasNoTopic = ({ content }: Draft): ReadonlyArray<Finding> =>
  Array.from(content.text.matchAll(/https?:\/\/[!-~]*|(#[^#\n]+#)/gi))
    .filter(([, topic]) => topic !== undefined)
    .map((match) => inText(content, Says.topic, { start: match.index, end: match.index + match[0].length }))

/** One at the very end is no padding: Weibo itself puts it there. */
const hasNoPadding = ({ content: { text }, content }: Draft): ReadonlyArray<Finding> => {
  const shown = text.trimEnd()
  const end = shown.endsWith("\u200B") ? shown.length - 1 : shown.length
  return places(text.slice(0, end), /[\u200B\u200C\u2060-\u2064\uFEFF\u00AD\u180E\u115F\u1160\u3164]+/g).map((range) =>
    inText(content, Says.padding, range)
  )
}

const isNotTurnedRound = ({ content }: Draft): ReadonlyArray<Finding> =>
  places(content.text, ShownOrder.controls).map((range) => inText(content, Says.turnedRound, range))

const places = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
