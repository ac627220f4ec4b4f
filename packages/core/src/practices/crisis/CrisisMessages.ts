/**
 * What people read of a crisis: of its beginning and its end, of a statement that waits, of figures that are late.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Called, Reading } from "../../process/Reader.ts"
import * as Crisis from "./Crisis.ts"

/** What it is about, in one line. */
export const about = ({ account, level, what }: Crisis.State, called: Called): Bilingual => ({
  zh: `账号 ${called(account)} ${level.title.zh}：${what}`,
  en: `account ${called(account)}, ${level.title.en}: ${what}`
})

/** What everybody reads whose work it holds. */
export const begun = (crisis: Crisis.State, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  const voice = called(crisis.voice)
  const alone = crisis.level.closesAnswers === true
  const { goesOn = [] } = crisis.level
  const [besides, but] =
    goesOn.length === 0 ? ["", ""] : [`（${goesOn.join("、")} 除外）`, ` but those of ${goesOn.join(", ")}`]
  return {
    zh: `危机：${zh}。即刻起不发微博${besides}、不上活动、不发邀请${alone ? `，只由 ${voice} 答复粉丝` : ""}；声明由 ${voice} 统一发布。撰写、审核和排期照常。`,
    en: `Crisis: ${en}. From now on no campaign, invitation or post${but} goes out${alone ? `, and only ${voice} answers fans` : ""}; ${voice} speaks, in statements. Go on writing, reviewing and scheduling.`
  }
}

/** What everybody reads when it is over. */
export const over = (crisis: Crisis.In<"Reviewing">, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  return {
    zh: `危机已解除：${zh}。${called(crisis.stoodDownBy)}：${crisis.reason}。期间到时未发的微博不会自动补发，请在待办中逐条决定。`,
    en: `The crisis is over: ${en}. ${called(crisis.stoodDownBy)}: ${crisis.reason}. Posts whose slot has passed meanwhile do not go out by themselves: decide on your desk about each.`
  }
}

/** What the next of the chain reads while nothing is said. */
export const waiting = (crisis: Crisis.Lasting, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  return crisis._tag === "Drafted"
    ? { zh: `危机声明等待批准：${zh}。`, en: `A statement waits for approval: ${en}.` }
    : Crisis.isOnItsWay(crisis)
      ? {
          zh: `危机声明已批准，但尚未发出，请核实：${zh}。`,
          en: `A statement was approved, and is not out yet, see to it: ${en}.`
        }
      : { zh: `危机尚未发声，请起草声明：${zh}。`, en: `Nothing has been said yet, draft a statement: ${en}.` }
}

/** What is read where figures were not told in time. */
export const figuresLate = (crisis: Crisis.Lasting, { called, time }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  return {
    zh: `危机数据没有按时上报：${zh}。下一次 ${time(crisis.nextFigures)}。`,
    en: `Figures were not told in time: ${en}. They are due again at ${time(crisis.nextFigures)}.`
  }
}

/** What whoever speaks from now on reads. */
export const yourVoice = (crisis: Crisis.Lasting, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  return { zh: `从现在起由你统一发声：${zh}。`, en: `You are the voice from now on: ${en}.` }
}

/** What the next of the chain reads where the voice is away for longer. */
export const voiceAway = (crisis: Crisis.Lasting, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  const voice = called(crisis.voice)
  return {
    zh: `发言人 ${voice} 已缺勤，请换发言人：${zh}。`,
    en: `The voice ${voice} is away, pass it on to another: ${en}.`
  }
}

/** What is read where a statement or a problem was not begun. */
export const notDone = (crisis: Crisis.State, detail: string, { called }: Reading): Bilingual => {
  const { en, zh } = about(crisis, called)
  return { zh: `没有办成（${zh}）：${detail}`, en: `It was not done (${en}): ${detail}` }
}
