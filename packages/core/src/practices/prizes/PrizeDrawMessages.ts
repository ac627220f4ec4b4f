/**
 * What people read of a draw.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Reading } from "../../process/Reader.ts"
import type { State } from "./PrizeDraw.ts"

type With<Field extends PropertyKey> = Extract<State, { readonly [F in Field]: unknown }>

/** What it is about, in one line. */
export const about = ({ name }: State): Bilingual => ({ zh: `抽奖「${name}」`, en: `the draw “${name}”` })

/** What goes into the post that announces it. */
export const announce = (
  { announced, announcement, name: draw }: With<"announcement">,
  { time }: Reading
): Bilingual => {
  const prizes = announced.prizes.map(({ count, name, value }) => `${name.zh} × ${count}（每份 ${value / 100} 元）`)
  const [closes, draws] = [announced.closes, announced.draws].map((one) => time(DateTime.makeUnsafe(one)))
  return {
    zh: `抽奖「${draw}」可以公布了。微博须写明：${prizes.join("；")}；截止 ${closes}，开奖 ${draws}；规则指纹 ${announcement}`,
    en: `The draw “${draw}” can be announced. The post has to say: ${prizes.join("; ")}; closes ${closes}, drawn ${draws}; fingerprint of the rules ${announcement}`
  }
}

/** What is published before the round is out. */
export const publishList = ({ announced, freeze, frozen, name }: With<"freeze">, { time }: Reading): Bilingual => {
  const draws = time(DateTime.makeUnsafe(announced.draws))
  return {
    zh: `抽奖「${name}」的名单已封存，共 ${frozen.entries} 人。请在 ${draws} 之前发微博公布名单指纹 ${freeze}`,
    en: `The list of the draw “${name}” is frozen: ${frozen.entries} people. Publish its fingerprint before ${draws}: ${freeze}`
  }
}

/** What is published with the winners. */
export const publishRecord = ({ awards, name }: With<"awards">): Bilingual => ({
  zh: `抽奖「${name}」已开奖，${awards.length} 人中奖。请公布抽奖记录和校验页。`,
  en: `The draw “${name}” is drawn, and ${awards.length} have won. Publish the record and the page that checks it.`
})

/** What is read where something did not come about. */
export const notDone = (state: State, detail: string): Bilingual => ({
  zh: `${about(state).zh}没有继续：${detail}。请处理后点「重试」；若已错过开奖时间，只能说明原因并取消。`,
  en: `${about(state).en} does not go on: ${detail}. See to it and retry; where the moment has passed before the list was frozen, abandon it and say why.`
})

/** What is read where a winner's delivery did not begin. */
export const notBegun = (state: State, detail: string): Bilingual => ({
  zh: `${about(state).zh}有一份奖品的兑奖没有开始：${detail}。请点「收回奖品」，让下一位候补领取。`,
  en: `A delivery of ${about(state).en} did not begin: ${detail}. Take the prize back, and the next in line gets it.`
})

/** What is read of one that lies. */
export const lies = (state: State, { state: { en, zh } }: Reading): Bilingual => ({
  zh: `${about(state).zh}现为「${zh}」，需要处理。`,
  en: `${about(state).en} is ${en} and needs somebody.`
})
