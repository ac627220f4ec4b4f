/**
 * A text as it sounds, syllable by syllable: 加weixin, 加薇信 and jia微信 sound like 加微信.
 *
 * Chinese characters become their syllable, Latin letters the syllables of pinyin they spell (also with digits for letters: we1x1n), and what is
 * short for 微信 (vx, v信, 加v, 薇：tea88) becomes its two. A character that is written as its two halves (亻言) is that character.
 *
 * @module
 */
import { pinyin } from "pinyin-pro"
import { isLatin, textOf } from "./FoldedText.ts"
import * as Short from "./WechatShort.ts"
import * as WordStarts from "./WordStarts.ts"

/** What sounds: units of one syllable each, and which units of the text spell each of them. */
export interface Sounded {
  readonly text: string
  readonly units: Uint16Array
  readonly start: ReadonlyArray<number>
  readonly end: ReadonlyArray<number>
  /** 1 where a syllable is spelled with Latin letters, is short for another, or is put together. */
  readonly spelled: ReadonlyArray<number>
}

/** A syllable as a unit, in the private range, which is taken out of texts. */
const unitOf = (syllable: string): number => {
  const known = syllables.get(syllable)
  if (known !== undefined) return known
  const unit = 0xe000 + syllables.size
  syllables.set(syllable, unit)
  return unit
}
const syllables = new Map<string, number>()

const read = (text: string): ReadonlyArray<string> => pinyin(text, { toneType: "none", type: "array", v: true })

/** A word as it sounds as a whole, and character by character, which may be another sound; none, where it is not Chinese or a single syllable. */
export const ofWord = (word: string): ReadonlyArray<string> =>
  /^[\u4e00-\u9fff]{2,}$/.test(word)
    ? [...new Set([read(word), Array.from(word, (character) => read(character)[0] ?? "")].map(unitsOf))]
    : []

const unitsOf = (syllables: ReadonlyArray<string>): string => String.fromCharCode(...syllables.map(unitOf))

/** The syllables that pinyin is read as: those of the words, by their sounds, and what is said around them. */
export const alphabet = (sounds: Iterable<string>): ReadonlySet<number> =>
  new Set([...Array.from(sounds).join("")].map((unit) => unit.charCodeAt(0)).concat(["jia", "hao", "wo"].map(unitOf)))

/** The letter that a character's syllable begins with, or nothing for what has none. */
export const initialOf = (character: string): string => /^[a-z]/.exec(read(character)[0] ?? "")?.[0] ?? ""

/** The unit of each character, as far as it has been asked for; reading one takes a twentieth of a millisecond. */
const sounds = /* @__PURE__ */ new Uint16Array(0x10000)

const soundOf = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  if (unit >= 0xe000 && unit <= 0xf8ff) return 0
  if (unit < 0x4e00 || unit > 0x9fff) return unit
  if (sounds[unit] === 0) sounds[unit] = unitOf(read(text[at] as string)[0] ?? "")
  return sounds[unit] as number
}

/**
 * Whether a folded text without signs in it may sound like a word of a list at all: where nothing in it is spelled, short or put together, every
 * character is a syllable, and two of them have to begin a word. Most texts are read no further.
 */
export const maySound = (starts: WordStarts.WordStarts, text: string, original: string): boolean => {
  if (spelling.test(text) || plus.test(original) || original.search(pictures) >= 0 || Short.mayBeIn(text)) return true
  let last = soundOf(text, 0)
  for (let at = 1; at < text.length; at++) {
    const next = soundOf(text, at)
    if (WordStarts.isBegun(starts, last, next)) return true
    last = next
  }
  return false
}

/** Reads a folded text without signs in it; `before` are the signs that were taken out in front of a unit, or at the end. */
export const of = (text: string, known: ReadonlySet<number>, before: (at: number) => string): Sounded => {
  const sounded = new Growing()
  const jia = unitOf("jia")
  const wei = unitOf("wei")
  const xin = unitOf("xin")
  for (let at = 0; at < text.length; ) {
    const from = at
    const gap = before(at)
    for (const [picture] of gap.matchAll(pictures)) sounded.push(unitOf(pictured[picture] as string), at, at, 1)
    const isAdded = isPlus.test(gap)
    if (isAdded) sounded.push(jia, at, at, 1)
    if (isLatin(text.charCodeAt(at))) {
      const run = latin(text, at, known)
      at += run.length
      const spelled = Short.isShort(text, from, at, isAdded) ? [wei, xin] : spell(run, known)
      for (const unit of spelled) sounded.push(unit, from, at, 1)
      if (spelled.length === 0) {
        const isFirst = /^[vw]$/.test(run) && text[from - 1] !== "大" && isXin(text, at, before(at))
        const isHalf = isFirst || (run === "x" && sounded.last === wei)
        sounded.push(isFirst ? wei : isHalf ? xin : 0, from, at, isHalf ? 1 : 0)
      }
      continue
    }
    // What is left of signs stands between words of Latin letters: jia wei xin.
    if (text.charCodeAt(at) < 0x3000 && sign.test(text[at] as string)) {
      const picture = pictured[text[at] as string]
      at += 1
      if (picture !== undefined) sounded.push(unitOf(picture), from, at, 1)
      continue
    }
    const whole = firstHalves.has(text[at] as string) ? halves.get(text.slice(at, at + 2)) : undefined
    if (whole !== undefined) {
      at += 2
      sounded.push(unitOf(whole), from, at, 1)
      continue
    }
    const unit = seldom.test(text[at] as string) && soundOf(text, at + 1) === xin ? wei : soundOf(text, at)
    at += 1
    if (unit === wei && Short.isShort(text, from, at, isAdded)) {
      sounded.push(wei, from, at, 1)
      sounded.push(xin, from, at, 1)
    } else sounded.push(unit, from, at, 0)
  }
  for (const [picture] of before(text.length).matchAll(pictures))
    sounded.push(unitOf(pictured[picture] as string), text.length, text.length, 1)
  return sounded.finish()
}

/** Characters that sound otherwise by themselves than in front of 信, where they stand for 微. */
const seldom = /[徽崴]/

const plus = /[+＋➕]/u
const isPlus = /[+＋➕]\uFE0F?$/u

/** Emoji that are read as what they show, or as what sounds like it: a dog is 狗, and bought. */
const pictured: Readonly<Record<string, string>> = {
  ...{ "🖌": "shua", "🪥": "shua", "🐶": "gou", "🛒": "gou", "🎫": "piao", "🎟": "piao", "🧾": "piao" },
  // A heart, 心, is heard as 信.
  ...Object.fromEntries(Array.from("❤♥♡🧡💛💚💙💜🖤🤍🤎💗💕💖", (heart) => [heart, "xin"])),
  ...{ "✉": "xin", "💌": "xin", "📧": "xin", "🏠": "jia" }
}
const pictures = new RegExp(`[${Object.keys(pictured).join("")}]`, "gu")

/** Whether 信 follows, or what is heard as it, among the signs that stand there or were taken out. */
const isXin = (text: string, at: number, gap: string): boolean => {
  const [picture = text[at] ?? ""] = gap.match(pictures) ?? []
  return picture in pictured ? pictured[picture] === "xin" : soundOf(text, at) === unitOf("xin")
}

/**
 * Characters of words that are often banned, by their sound, whose two halves are written one after the other: 月巴 for 肥. No word begins with a
 * pair of these.
 */
const halves: ReadonlyMap<string, string> = new Map(
  `xin亻言 jia力口 fei月巴 zhi氵台 li禾刂 gou贝勾 zhi耳只 du贝者 jia亻叚 huo化贝 shen礻申 qian钅戋 shui禾兑 qiang木仓 tan弓单 cai采彡 qun君羊 kou扌口 ruan车欠 dai代贝 pian马扁
xian王见 hong纟工 yin钅艮 fang亻方 zheng讠正 dai亻弋 piao覀示 fa氵去 lun车仑 bo十尃 jian冫咸 bing疒丙`
    .split(/\s/)
    .map((one) => [one.slice(-2), one.slice(0, -2)])
)

/** Letters, or a character that is read otherwise than by itself. */
const spelling = new RegExp(`[a-z徽崴]|${[...halves.keys()].join("|")}`)

const sign = /[^\p{L}\n。、,;:!?\ud800-\udfff]/u

const firstHalves = new Set(Array.from(halves.keys(), ([first]) => first as string))

/** Letters, with the signs and digits that may stand for letters between them; without a tail of digits. */
const latin = (text: string, at: number, known: ReadonlySet<number>): string => {
  // What is no pinyin is read again from its next letters or digits, so that its end is not looked for each time.
  const [beginning = ""] = run.exec(text.slice(at, at + longest)) ?? []
  const reads = spell(beginning, known).length > 0 ? wholeRun : letters
  reads.lastIndex = at
  return reads.exec(text)?.[0] ?? (text[at] as string)
}
const longest = 32
const run = /^[a-z0-9]+(?:[!@$|][a-z0-9]+)*/
const wholeRun = new RegExp(run.source.slice(1), "y")
const letters = /[a-z]+|[0-9]+/y

const likeDigits: Readonly<Record<string, string>> = {
  ...{ "1": "i", "!": "i", "|": "i", "0": "o", "3": "e", "4": "a", "@": "a", "5": "s", $: "s" }
}

/** The syllables that a run of letters is made of, all of it; none, where it is no pinyin of these. */
const spell = (run: string, known: ReadonlySet<number>): ReadonlyArray<number> => {
  const letters = /[a-z]/.test(run) ? run.replace(/[^a-z]/g, (sign) => likeDigits[sign] ?? sign) : run
  if (letters.length < 2 || letters.length > longest) return []
  const ways: Array<ReadonlyArray<number> | undefined> = [[]]
  let reached = 0
  for (let end = 1; end <= letters.length && end - reached <= 6; end++) {
    for (let start = Math.max(0, end - 6); start < end && ways[end] === undefined; start++) {
      const unit = syllables.get(letters.slice(start, end))
      const before = ways[start]
      if (before !== undefined && unit !== undefined && known.has(unit)) ways[end] = [...before, unit]
    }
    if (ways[end] !== undefined) reached = end
  }
  return ways[letters.length] ?? []
}

/** What sounds, while it is being written. */
class Growing {
  last = 0
  private readonly units: Array<number> = []
  private readonly start: Array<number> = []
  private readonly end: Array<number> = []
  private readonly spelled: Array<number> = []
  push(unit: number, start: number, end: number, spelled: number): void {
    this.units.push(unit)
    this.start.push(start)
    this.end.push(end)
    this.spelled.push(spelled)
    this.last = unit
  }
  finish(): Sounded {
    const units = Uint16Array.from(this.units)
    return { text: textOf(units), units, start: this.start, end: this.end, spelled: this.spelled }
  }
}
