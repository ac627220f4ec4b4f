/**
 * Every figure of a story, each read from its log and its observations.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { Effect } from "effect"
import type { Figure } from "./Figure.ts"
import { ofCodes, ofFans } from "./FiguresOfFans.ts"
import { ofNotice } from "./FiguresOfNotice.ts"
import { ofMoney, ofPrizes } from "./FiguresOfPrizes.ts"
import type { Told } from "./Story.ts"

/** Figures that are about one thing. */
export interface Chapter {
  readonly title: Bilingual.Bilingual
  readonly figures: ReadonlyArray<Figure>
}

/** All of them, in the order of the story. */
export const of = Effect.fnUntraced(function* (told: Told, isDual: boolean) {
  return [
    { title: { zh: "通知与预热", en: "Notice and warm-up" }, figures: yield* ofNotice(told) },
    { title: { zh: "暗号", en: "Codes" }, figures: yield* ofCodes(told) },
    { title: { zh: "提问与投诉", en: "Questions and complaints" }, figures: yield* ofFans(told) },
    { title: { zh: "奖品", en: "Prizes" }, figures: yield* ofPrizes(told) },
    { title: { zh: "预算", en: "Money" }, figures: yield* ofMoney(told, isDual) }
  ] satisfies ReadonlyArray<Chapter>
})

/** The figures by their names. */
export const byKey = (chapters: ReadonlyArray<Chapter>): Readonly<Record<string, number | null>> =>
  Object.fromEntries(chapters.flatMap(({ figures }) => figures.map(({ key, value }) => [key, value])))
