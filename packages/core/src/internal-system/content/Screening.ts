/**
 * What the rules say of a post. Compiled once, asked for every draft.
 *
 * @module
 */
import { Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Finding } from "../../finding/Finding.ts"
import { StyleCard } from "../positioning/StyleCard.ts"
import * as Acceptance from "./Acceptance.ts"
import * as AdvertisingLaw from "./AdvertisingLaw.ts"
import * as BannedWords from "./BannedWords.ts"
import type { Content } from "./Content.ts"
import type { Pack } from "./ContentRule.ts"
import * as FoldedText from "./FoldedText.ts"
import { HostName } from "./Link.ts"
import * as Lottery from "./Lottery.ts"
import * as PersonalData from "./PersonalData.ts"
import { Route } from "./Route.ts"
import * as Separators from "./Separators.ts"
import * as StylePack from "./StylePack.ts"
import * as WeiboPack from "./WeiboPack.ts"
import * as WordSearch from "./WordSearch.ts"

/** What is screened for, as a handbook says it. Weibo's rules, the advertising law and the draw's rules always are. */
export const Rules = Schema.Struct({
  route: Route,
  /** What else is granted to the app, for posts that the first route does not take. */
  otherRoutes: Schema.optionalKey(Schema.Array(Route)),
  /** Host names registered with the app; a link to one of them or below it satisfies the route `share`. */
  safeDomains: Schema.optionalKey(Schema.Array(HostName)),
  /** The brand's own list, of any length. */
  bannedWords: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** What holds a banned word and is in order: 大麻烦, where 大麻 is banned. */
  allowedWords: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** Registered names that may hold a superlative. */
  trademarks: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** The brand's goods by their names: beside one of them a superlative is a claim, whatever its trade. */
  goods: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** Findings that the brand lives with for a while. */
  accepted: Schema.optionalKey(Schema.Array(Acceptance.Accepted)),
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
  /**
   * What the rules say, by the place in the text; what is about the post as a whole comes first. What the handbook accepts at the moment is a note;
   * without a moment nothing is accepted.
   */
  readonly screen: (content: Content, at?: Moment) => ReadonlyArray<Finding>
}

/**
 * Compiles the rules of the settings; a list of 100,000 words takes about a second. A repost is held to the rules of Weibo for reposts, and of
 * the style card to what holds for a single sentence: it needs no route, no link, no sign-off and no words at all.
 */
export const compile = (settings: Settings): Screening => {
  const posts = ofPacks([
    WeiboPack.make({ ...settings, safeDomains: settings.safeDomains ?? [] }),
    ...house(settings, settings.styleCard),
    Lottery.pack
  ])
  let reposts: Screening | undefined
  return accepting(settings, {
    screen: (content) => {
      if (content.repostOf === undefined) return posts.screen(content)
      // Whoever never reposts does not pay for a second list of words.
      reposts ??= ofPacks([WeiboPack.ofReposts(), ...house(settings, passing(settings.styleCard)), Lottery.pack])
      return reposts.screen(content)
    }
  })
}

const accepting = ({ accepted = [] }: Settings, { screen }: Screening): Screening => ({
  screen: (content, at) => Acceptance.apply(screen(content), accepted, at)
})

/** The law and what the house itself asks, which hold wherever the account speaks. */
const house = (
  { allowedWords, bannedWords, goods = [], packs = [], trademarks = [] }: Omit<Settings, "route">,
  styleCard: StyleCard | undefined
): ReadonlyArray<Pack> => [
  AdvertisingLaw.make({ goods, trademarks }),
  ...(bannedWords === undefined ? [] : [BannedWords.make(bannedWords, allowedWords)]),
  ...(styleCard === undefined ? [] : [StylePack.make(styleCard)]),
  ...packs
]

/** The same for what is said under posts: Weibo's rules for comments, what is nobody else's business, the law, and of the style card what holds for a single sentence. */
const compileReplies = (rules: Rules): Screening =>
  accepting(rules, ofPacks([WeiboPack.ofComments(), PersonalData.pack, ...house(rules, passing(rules.styleCard))]))

/** Of a style card what holds for a single sentence. */
const passing = (card: StyleCard | undefined): StyleCard | undefined => {
  if (card === undefined) return undefined
  const { mustSay: _must, signOff: _sign, tags: _tags, ...rest } = card
  return { ...rest, mustSay: [] }
}

/** The same for what is sent to members and not said on Weibo: the law, and what the house itself asks. */
const compileLetters = (rules: Rules): Screening => accepting(rules, ofPacks(house(rules, passing(rules.styleCard))))

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

/** The compiled rules for letters to members, remembered likewise. */
export const ofLetters = remembered(compileLetters)

/** The same for what is said to a fan in private, where the handbook lets it say mobile numbers, and where it does not. */
const privately = (mobileNumbers: boolean) =>
  remembered((rules) =>
    accepting(
      rules,
      ofPacks([
        WeiboPack.ofPrivateMessages(),
        PersonalData.ofPrivate(mobileNumbers),
        ...house(rules, passing(rules.styleCard))
      ])
    )
  )
const withNumbers = privately(true)
const withoutNumbers = privately(false)

/** The compiled rules for private messages, remembered likewise. */
export const ofPrivate = (rules: Rules, mobileNumbers: boolean): Screening =>
  (mobileNumbers ? withNumbers : withoutNumbers)(rules)

/** Compiles these packs and nothing else. */
export const ofPacks = (packs: ReadonlyArray<Pack>): Screening => {
  const words = WordSearch.compile(packs)
  const checks = packs.flatMap((pack) => pack.rules.flatMap((rule) => (rule._tag === "Check" ? [rule.check] : [])))
  return {
    screen: (content) => {
      const folded = FoldedText.fold(content.text)
      const draft = { content, folded, squeezed: Separators.squeeze(folded) }
      const findings = [...checks.flatMap((check) => check(draft)), ...WordSearch.search(words, draft)]
      return findings.sort((a, b) => (a.where.range?.start ?? -1) - (b.where.range?.start ?? -1))
    }
  }
}
