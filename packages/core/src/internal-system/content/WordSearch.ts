/**
 * Finds the words of all rules in a text, however they are written, and says what the rules say of them.
 *
 * A text is read as it is written, as it is shown where controls of direction change that, without the signs between characters, and as it
 * sounds. What stands in an address is not said, and what only meets is no word.
 *
 * @module
 */
import type { Finding } from "../../finding/Finding.ts"
import { type Draft, inText, type Pack, type Statement, type WordRule } from "./ContentRule.ts"
import * as Disguises from "./Disguises.ts"
import * as FoldedText from "./FoldedText.ts"
import * as Lexicon from "./Lexicon.ts"
import * as Link from "./Link.ts"
import * as Separators from "./Separators.ts"
import * as ShownOrder from "./ShownOrder.ts"
import * as WordBounds from "./WordBounds.ts"

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
export interface WordSearch {
  readonly lexicon: Lexicon.Lexicon
  readonly owners: ReadonlyArray<ReadonlyArray<Owner>>
  readonly areAddresses: ReadonlyArray<boolean>
  /** The words that are told in disguise as well, and their places in the list. */
  readonly disguises: Disguises.Disguises | undefined
  readonly disguised: ReadonlyArray<number>
}

/** Compiles the words of the packs. */
export const compile = (packs: ReadonlyArray<Pack>): WordSearch => {
  const byWord = new Map<string, Array<Owner>>()
  for (const pack of packs) {
    for (const rule of pack.rules) {
      if (rule._tag === "Check") continue
      const owner = { pack, rule }
      for (const word of rule.words) {
        const folded = FoldedText.fold(word).text
        const others = byWord.get(folded)
        if (others === undefined) byWord.set(folded, [owner])
        else if (others[others.length - 1] !== owner) others.push(owner)
      }
    }
  }
  byWord.delete("")
  const words = [...byWord.keys()]
  const owners = [...byWord.values()]
  const disguised = owners.flatMap((all, at) => (all.some(({ rule }) => rule.saysDisguised) ? [at] : []))
  return {
    lexicon: Lexicon.compile(words),
    owners,
    areAddresses: words.map((word) => address.test(word)),
    disguises: Disguises.compile(disguised.map((at) => words[at] as string)),
    disguised
  }
}

/** A word that is an address itself is looked for in addresses. */
const address = /^https?:|[a-z0-9]\.[a-z]{2,}/

/** What the rules say of the words in a draft. Where a pack speaks of what is shown, it says nothing of the same place as it is written. */
export const search = (words: WordSearch, draft: Draft): ReadonlyArray<Finding> => {
  const written = read(words, draft, draft.folded, draft.squeezed)
  const shown = ShownOrder.shown(draft.content.text)
  if (shown === undefined) return written
  const seen = read(words, draft, shown, Separators.squeeze(shown))
  const places = new Set(seen.map(placeOf))
  return seen.concat(written.filter((one) => !places.has(placeOf(one))))
}

const placeOf = ({ code, where }: Finding): string => `${code.split("/", 1)[0]} ${where.range?.start}`

const read = (
  words: WordSearch,
  { content }: Draft,
  folded: FoldedText.FoldedText,
  squeezed: Separators.Squeezed
): Array<Finding> => {
  const findings: Array<Finding> = []
  const places = { addresses: Link.addresses(content.text), mentions: Link.mentions(content.text) }
  const tell = (
    hits: ReadonlyArray<Lexicon.Hit>,
    folded: FoldedText.FoldedText,
    statement: (rule: WordRule) => Statement | undefined
  ) => {
    const seen = hits.length === 0 ? [] : sightings(words, hits, folded, places, statement)
    for (const { rule, start, end } of speaking(seen)) {
      const says = weighed(rule, statement(rule), folded.text, start, end)
      if (says !== undefined) findings.push(inText(content, says, FoldedText.rangeOf(folded, start, end)))
    }
  }
  tell(Lexicon.search(words.lexicon, folded), folded, (rule) => rule.says)
  for (const { joints, text } of [squeezed, Separators.unlace(squeezed), Separators.unbracket(folded)])
    if (joints.length > 0) tell(Lexicon.search(words.lexicon, text, joints), text, (rule) => rule.saysBroken)
  if (words.disguises !== undefined) {
    const hits = Disguises.search(words.disguises, squeezed.text)
    const ofList = hits.map((hit) => ({ ...hit, word: words.disguised[hit.word] as number }))
    tell(
      ofList.filter(({ faint }) => !faint),
      squeezed.text,
      (rule) => rule.saysDisguised
    )
    tell(
      ofList.filter(({ faint }) => faint),
      squeezed.text,
      (rule) => rule.saysFaintly
    )
  }
  return findings
}

const weighed = (
  { weigh }: WordRule,
  says: Statement | undefined,
  text: string,
  start: number,
  end: number
): Statement | undefined =>
  says === undefined || weigh === undefined
    ? says
    : weigh({ before: text.slice(Math.max(0, start - 16), start), after: text.slice(end, end + 16) }, says)

/** Hits become sightings, one for everybody who asked for the word, where it is said. A phrase that is in order need not be a word. */
const sightings = (
  { areAddresses, owners }: WordSearch,
  hits: ReadonlyArray<Lexicon.Hit>,
  folded: FoldedText.FoldedText,
  {
    addresses,
    mentions
  }: { readonly addresses: ReadonlyArray<Link.Place>; readonly mentions: ReadonlyArray<Link.Place> },
  statement: (rule: WordRule) => Statement | undefined
): ReadonlyArray<Sighting> => {
  const { text, start: places } = folded
  const seen: Array<Sighting> = []
  for (const { word, start, end } of hits) {
    const place = places[start] as number
    if (areAddresses[word] !== true && liesIn(addresses, place)) continue
    const isName = liesIn(mentions, place)
    for (const { pack, rule } of owners[word] ?? []) {
      const isSilent = rule.says === undefined
      const says = statement(rule)
      if (!isSilent && says === undefined) continue
      if (isName && (rule.coined !== true || says !== rule.says)) continue
      if (isSilent || WordBounds.isSaid({ text, start, end, coined: rule.coined === true }))
        seen.push({ pack, rule, start, end })
    }
  }
  return seen
}

/** Whether a place lies in one of the ascending places. */
const liesIn = (places: ReadonlyArray<Link.Place>, at: number): boolean => {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low < places.length && (places[low]?.start ?? 0) <= at
}

/** The words that no longer phrase of their pack settles: one that is allowed settles all, any other those that give way. */
const speaking = (seen: ReadonlyArray<Sighting>): ReadonlyArray<Sighting> => {
  if (seen.every(({ rule }) => rule.givesWay !== true && rule.says !== undefined)) return seen
  const farthest = new Map<Pack, Sighting>()
  const settled = new Map<Pack, Sighting>()
  const isWithin = (one: Sighting, longer: Sighting | undefined) =>
    longer !== undefined && one.end <= longer.end && (one.end < longer.end || one.start > longer.start)
  return [...seen]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const within = isWithin(one, farthest.get(one.pack))
      const isSettled = isWithin(one, settled.get(one.pack))
      if (!within) farthest.set(one.pack, one)
      if (!isSettled && one.rule.allows === true) settled.set(one.pack, one)
      return one.rule.says !== undefined && !isSettled && !(within && one.rule.givesWay === true)
    })
}
