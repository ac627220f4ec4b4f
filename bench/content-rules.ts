/**
 * Precision of the content rules on labelled findings in real texts, and their recall on the list of evasions.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { BannedWords, Screening } from "@dualops/core/content"
import { folder, measure } from "../packages/core/test/internal-system/content/ContentLabels.ts"
import { banned, developed, heldOut } from "../packages/core/test/internal-system/content/evasions.ts"
import * as OfRules from "../packages/core/test/internal-system/content/evasionsOfRules.ts"
import * as Fifth from "../packages/core/test/internal-system/content/fifthList.ts"
import * as Fourth from "../packages/core/test/internal-system/content/fourthList.ts"
import * as Ordinary from "../packages/core/test/internal-system/content/ordinary.ts"
import * as Seventh from "../packages/core/test/internal-system/content/seventhList.ts"
import * as Sixth from "../packages/core/test/internal-system/content/sixthList.ts"
import * as Third from "../packages/core/test/internal-system/content/thirdList.ts"

const screening = Screening.ofPacks([BannedWords.make(banned)])
const recall = (name: string, list: typeof developed) => {
  const texts = list.flatMap(({ texts }) => texts)
  const told = texts.filter((text) => screening.screen({ text, pictures: [] }).length > 0).length
  return `| recall | evasions, ${name} | ${texts.length} | ${told} | ${(told / texts.length).toFixed(3)} | |`
}
const house = Screening.compile({ route: "business", bannedWords: [...banned, "算了", "去死", "靠"] })
const findings = (text: string) => house.screen({ text, pictures: [] })
const alarms = (text: string) => findings(text).filter(({ severity }) => severity !== "note")
const evasions = (name: string, list: typeof developed) =>
  list.map(({ kind, texts }) => {
    const pack = kind === "banned words" ? "banned-words/" : kind === "draws" ? "lottery/" : "advertising-law/"
    const told = texts.filter((text) =>
      (kind === "banned words" ? findings(text) : alarms(text)).some(({ code }) => code.startsWith(pack))
    ).length
    return `| recall | ${kind}, ${name} | ${texts.length} | ${told} | ${(told / texts.length).toFixed(3)} | |`
  })
const ordinary = (name: string, texts: ReadonlyArray<string>) => {
  const quiet = texts.filter((text) => alarms(text).length === 0).length
  return `| no alarm | ordinary posts, ${name} | ${texts.length} | ${quiet} | ${(quiet / texts.length).toFixed(3)} | |`
}
const precision =
  folder === undefined
    ? ["| precision | skipped: no data | | | | |"]
    : measure().map(
        ({ read, right, sample, severity, unread }) =>
          `| precision | sample ${sample}, ${severity}s | ${read} | ${right} | ${(right / read).toFixed(3)} | ${unread} |`
      )

const table = [
  "# content-rules",
  "",
  "Findings of the content rules in reviews, posts and comments, each read by a person; sample A was mended with, sample B was read when A was",
  "done and mended with once. Sample C is of words that nobody had used here before; when it was read, 147 of 150 errors and 13 of 15 warnings",
  "were right. Evasions: one half was developed on, the other was written before and not looked at. Those of draws, banned",
  "words and claims, and the ordinary posts, were written by the same hand that mended the rules. Two more lists of those were written without a",
  "look at the rules: at the first look 22 of 40 were told (draws 4 of 14, banned words 11 of 14, claims 7 of 12), and, when the kinds that were",
  "missed had been mended, 16 of 20 of another (5 of 7, 6 of 7, 5 of 6). Both have been mended with since, so their rows say what holds, not what to expect.",
  "",
  "More lists were written one after the other, all but the last by the hand that then mended the rules, each before the rules were run on it. What was told at the",
  "first look says what to expect of a list that somebody draws up afresh:",
  "",
  "| list | draws | banned words | claims | ordinary posts without an alarm |",
  "|---|--:|--:|--:|--:|",
  "| third, before the rules were read | 12 of 50 | 38 of 50 | 21 of 30 | 78 of 80 |",
  "| fourth, other registers | 7 of 32 | 21 of 30 | 10 of 24 | 59 of 62 |",
  "| fifth | 5 of 16 | 13 of 14 | 8 of 10 | 29 of 30 |",
  "| sixth | 4 of 12 | 8 of 8 | 5 of 6 | 12 of 12 |",
  "| seventh, by another hand | 16 of 20 | | | 19 of 20 |",
  "",
  "Banned words in disguise and claims are told at first look nearly as often as afterwards; **draws are not**: what is given has no end of names, and a",
  "list that tries hard finds new ones. After the sixth list, whoever asks and chooses is told of as a warning, whatever is given; the seventh was drawn up after that.",
  "Sample D is what the rules of draws say of all 327,784 posts, comments and reviews: each finding was read, and the rules were mended with it.",
  "",
  "| measure | of | read | right or told | share | unread |",
  "|---|---|--:|--:|--:|--:|",
  ...precision,
  recall("developed on", developed),
  recall("held out", heldOut),
  ...evasions("developed on", OfRules.developed),
  ...evasions("held out", OfRules.heldOut),
  ...evasions("later, mended with since", OfRules.later),
  ...evasions("last, mended with since", OfRules.last),
  ...evasions("third list, mended with since", Third.evasions),
  ...evasions("fourth list, mended with since", Fourth.evasions),
  ...evasions("fifth list, mended with since", Fifth.evasions),
  ...evasions("sixth list, mended with since", Sixth.evasions),
  ...evasions("seventh list, mended with since", Seventh.evasions),
  ordinary("developed on", Ordinary.developed),
  ordinary("held out", Ordinary.heldOut),
  ordinary("third list", Third.ordinary),
  ordinary("fourth list", Fourth.ordinary),
  ordinary("fifth list", Fifth.ordinary),
  ordinary("sixth list", Sixth.ordinary),
  ordinary("seventh list", Seventh.ordinary),
  ""
].join("\n")
mkdirSync(new URL("results/", import.meta.url), { recursive: true })
writeFileSync(new URL("results/content-rules.md", import.meta.url), table)
console.log(table)
