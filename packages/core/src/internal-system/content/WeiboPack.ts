/**
 * What Weibo refuses, or does without a word to a post, by the route it takes.
 *
 * Source: Weibo's interface pages for statuses/share, update, upload and the business interfaces, and what developers
 * report: topics are stripped on `share`, and a link that is not followed by a blank swallows the text behind it.
 *
 * @module
 */
import type { Finding } from "../../finding/Finding.ts"
import { type CheckRule, check, type Draft, inText, type Pack, type Statement } from "./ContentRule.ts"
import * as Link from "./Link.ts"
import * as Repost from "./Repost.ts"
import * as Route from "./Route.ts"
import * as ShownOrder from "./ShownOrder.ts"
import * as TextLength from "./TextLength.ts"
import * as Says from "./WeiboMessages.ts"

/** What the app has: its routes, the preferred one first, and the host names registered as its safe domains. */
export interface Settings {
  readonly route: Route.Route
  readonly otherRoutes?: ReadonlyArray<Route.Route>
  readonly safeDomains: ReadonlyArray<string>
}

/** Weibo's rules for the route that a post takes. Where none of several takes it, the post is told why not of each. */
export const make = ({ otherRoutes = [], route, safeDomains }: Settings): Pack => {
  const routes = [route, ...otherRoutes]
  const domains = safeDomains.map((domain) => domain.toLowerCase())
  const rulesByRoute = new Map(routes.map((one) => [one, rulesOf(one, domains)]))
  return {
    name: "weibo",
    rules: [
      check((draft) => {
        const chosen = Route.choose(routes, draft.content)
        // The rules of the only route say in full what stands in its way.
        const rules = rulesByRoute.get(chosen ?? route) ?? []
        return chosen === undefined && rulesByRoute.size > 1
          ? [hasNoRoute(routes, draft)]
          : rules.flatMap((look) => look(draft))
      })
    ]
  }
}

const rulesOf = (route: Route.Route, domains: ReadonlyArray<string>): ReadonlyArray<CheckRule["check"]> => {
  const allowed = Route.allowance[route]
  return [
    isNotEmpty,
    isShortEnough(allowed),
    hasPictures(allowed),
    ...(allowed.safeDomain ? [hasSafeLink(domains)] : []),
    endsItsLinks,
    ...(allowed.topics ? [] : [hasNoTopic]),
    hasNoPadding,
    isNotTurnedRound
  ]
}

const hasNoRoute = (routes: ReadonlyArray<Route.Route>, { content }: Draft): Finding =>
  inText(content, Says.noRoute([...new Set(routes)].flatMap((route) => Route.obstacle(route, content) ?? [])))

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

/** So many characters a private message has at most. Source: the fan-service page on passive replies (fewer than 300). */
export const longestPrivate = 299

/** Weibo's rules for a private message, which takes no picture beside its words. */
export const ofPrivateMessages = (): Pack => ({
  name: "weibo",
  rules: [
    check(isNotEmpty),
    check(({ content }) => {
      const { length } = content.text
      if (length <= longestPrivate) return []
      return [inText(content, Says.tooLong(2 * length, 2 * longestPrivate), { start: longestPrivate, end: length })]
    }),
    check(endsItsLinks),
    check(hasNoPadding),
    check(isNotTurnedRound)
  ]
})

/** Weibo's rules for a repost, which may be without words, needs no link and takes no picture. Source: the interface page of statuses/repost. */
export const ofReposts = (): Pack => ({
  name: "weibo",
  rules: [
    check(isShortEnough(Repost.allowance)),
    check(hasNoPictures),
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
  (allowed: Pick<Route.Allowance, "units">) =>
  ({ content }: Draft): ReadonlyArray<Finding> => {
    const units = TextLength.units(content.text)
    if (units <= allowed.units) return []
    const start = TextLength.fitting(content.text, allowed.units)
    return [inText(content, Says.tooLong(units, allowed.units), { start, end: content.text.length })]
  }

const hasPictures =
  (allowed: Route.Allowance) =>
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

const hasNoPictures = ({ content: { pictures } }: Draft): ReadonlyArray<Finding> =>
  pictures.map(({ source }, index) => ({
    ...Says.pictureInRepost,
    where: { path: `pictures[${index}]` },
    evidence: source
  }))

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

/** A # inside a link opens no topic. */
const hasNoTopic = ({ content }: Draft): ReadonlyArray<Finding> =>
  places(
    Link.replace(content.text, (link) => " ".repeat(link.length)),
    /#[^#\n]+#/g
  ).map((range) => inText(content, Says.topic, range))

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
  text.search(pattern) < 0
    ? []
    : Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
