/**
 * What the rules say of a post. Compiled once, asked for every draft.
 *
 * @module
 */
import { Schema } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import { StyleCard } from "../positioning/StyleCard.ts"
import * as AdvertisingLaw from "./AdvertisingLaw.ts"
import * as BannedWords from "./BannedWords.ts"
import type { Content } from "./Content.ts"
import { type Draft, inText, type Pack, type Statement, type WordRule } from "./ContentRule.ts"
import * as FoldedText from "./FoldedText.ts"
import * as Lexicon from "./Lexicon.ts"
import { HostName } from "./Link.ts"
import * as Lottery from "./Lottery.ts"
import { Route } from "./Route.ts"
import * as StylePack from "./StylePack.ts"
import * as WeiboPack from "./WeiboPack.ts"

/** What is screened for, as a handbook says it. Weibo's rules, the advertising law and the draw's rules always are. */
export const Rules = Schema.Struct({
  route: Route,
  /** What else is granted to the app, for posts that the first route does not take. */
  otherRoutes: Schema.optionalKey(Schema.Array(Route)),
  /** Host names registered with the app; a link to one of them or below it satisfies the route `share`. */
  safeDomains: Schema.optionalKey(Schema.Array(HostName)),
  /** The brand's own list, of any length. */
  bannedWords: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** Registered names that may hold a superlative. */
  trademarks: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  styleCard: Schema.optionalKey(StyleCard)
})
/** What is screened for, as a handbook says it. */
export type Rules = typeof Rules.Type

/** The rules of a handbook, and those that a brand has written itself. */
export interface Settings extends Rules {
  readonly packs?: ReadonlyArray<Pack>
}

/** Compiled rules. */
export interface Screening {
  /** What the rules say, by the place in the text; what is about the post as a whole comes first. */
  readonly screen: (content: Content) => ReadonlyArray<Finding>
}

/** Compiles the rules of the settings; a list of 100,000 words takes about a second. */
export const compile = (settings: Settings): Screening =>
  ofPacks([
    WeiboPack.make({ ...settings, safeDomains: settings.safeDomains ?? [] }),
    AdvertisingLaw.make({ trademarks: settings.trademarks ?? [] }),
    Lottery.pack,
    ...(settings.bannedWords === undefined ? [] : [BannedWords.make(settings.bannedWords)]),
    ...(settings.styleCard === undefined ? [] : [StylePack.make(settings.styleCard)]),
    ...(settings.packs ?? [])
  ])

/** The same for what is said under posts: Weibo's rules for comments, the law, and of the style card what holds for a single sentence. */
const compileReplies = ({ bannedWords, styleCard, trademarks }: Rules): Screening =>
  ofPacks([
    WeiboPack.ofComments(),
    AdvertisingLaw.make({ trademarks: trademarks ?? [] }),
    ...(bannedWords === undefined ? [] : [BannedWords.make(bannedWords)]),
    ...(styleCard === undefined ? [] : [StylePack.make(inPassing(styleCard))])
  ])

const inPassing = ({ mustSay: _must, signOff: _sign, tags: _tags, ...card }: StyleCard): StyleCard => ({
  ...card,
  mustSay: []
})

const remembered = (compile: (rules: Rules) => Screening) => {
  const compiled = new WeakMap<Rules, Screening>()
  return (rules: Rules): Screening => {
    const known = compiled.get(rules) ?? compile(rules)
    compiled.set(rules, known)
    return known
  }
}

/** The compiled rules, which are remembered for as long as somebody holds the rules themselves. */
export const of = remembered(compile)

/** The compiled rules for replies, remembered likewise. */
export const ofReplies = remembered(compileReplies)

/** Compiles these packs and nothing else. */
export const ofPacks = (packs: ReadonlyArray<Pack>): Screening => {
  const { lexicon, owners } = entries(packs)
  const checks = packs.flatMap((pack) => pack.rules.flatMap((rule) => (rule._tag === "Check" ? [rule.check] : [])))
  return {
    screen: (content) => {
      const draft = { content, folded: FoldedText.fold(content.text) }
      const findings = checks.flatMap((check) => check(draft))
      const whole = sightings(Lexicon.search(lexicon, draft.folded), owners)
      report(whole, draft, draft.folded, (rule) => rule.says, findings)
      const squeezed = FoldedText.squeeze(draft.folded)
      if (squeezed.joints.length > 0) {
        const broken = sightings(Lexicon.search(lexicon, squeezed.text, squeezed.joints), owners)
        report(broken, draft, squeezed.text, (rule) => rule.saysBroken, findings)
      }
      return findings.sort((a, b) => (a.where.range?.start ?? -1) - (b.where.range?.start ?? -1))
    }
  }
}

/** Who asked for a word. */
interface Owner {
  readonly pack: Pack
  readonly rule: WordRule
}

/** A word of a rule, seen in the text. */
interface Sighting extends Owner {
  readonly start: number
  readonly end: number
}

/** All words of all packs in one list, and by their place in it who asked for them. */
const entries = (packs: ReadonlyArray<Pack>) => {
  const owners = new Map<string, Array<Owner>>()
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule._tag === "Check") continue
      const owner = { pack, rule }
      for (const word of rule.words) {
        const folded = FoldedText.fold(word).text
        const others = owners.get(folded)
        if (others === undefined) owners.set(folded, [owner])
        else if (others[others.length - 1] !== owner) others.push(owner)
      }
    }
  }
  owners.delete("")
  return { lexicon: Lexicon.compile([...owners.keys()]), owners: [...owners.values()] }
}

/** Hits become sightings, one for everybody who asked for the word. */
const sightings = (hits: ReadonlyArray<Lexicon.Hit>, owners: ReadonlyArray<ReadonlyArray<Owner>>) => {
  const seen: Array<Sighting> = []
  for (const { word, start, end } of hits)
    for (const { pack, rule } of owners[word] ?? []) seen.push({ pack, rule, start, end })
  return seen
}

/** Adds what the rules say of the words seen. */
const report = (
  seen: ReadonlyArray<Sighting>,
  draft: Draft,
  folded: FoldedText.FoldedText,
  statement: (rule: WordRule) => Statement | undefined,
  findings: Array<Finding>
): void => {
  const { text } = folded
  for (const { rule, start, end } of speaking(seen, folded)) {
    const says = statement(rule)
    if (says === undefined) continue
    const around = () => ({ before: text.slice(Math.max(0, start - 16), start), after: text.slice(end, end + 16) })
    const weighed = rule.weigh === undefined ? says : rule.weigh(around(), says)
    if (weighed !== undefined) findings.push(inText(draft.content, weighed, FoldedText.rangeOf(folded, start, end)))
  }
}

/** The words that no longer phrase of their pack settles. */
const speaking = (seen: ReadonlyArray<Sighting>, { units }: FoldedText.FoldedText): ReadonlyArray<Sighting> => {
  if (!seen.some(({ rule }) => rule.givesWay)) return seen
  const cuts = (at: number) => FoldedText.isLatin(units[at - 1]) && FoldedText.isLatin(units[at])
  const farthest = new Map<Pack, Sighting>()
  return [...seen]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.rule.givesWay === true && (cuts(one.start) || cuts(one.end))) return false
      const longer = farthest.get(one.pack)
      const within = longer !== undefined && one.end <= longer.end && (one.end < longer.end || one.start > longer.start)
      if (!within) farthest.set(one.pack, one)
      return !within || one.rule.givesWay !== true
    })
}
