/**
 * The brand's own list of words that must not be in a post.
 *
 * @module
 */
import { type Pack, type Statement, words } from "./ContentRule.ts"
import * as Hints from "./Hints.ts"

/**
 * A pack of banned words: every occurrence is an error; one that is broken up, in disguise or hinted at wants a person's judgement. Inside of what
 * is allowed, such as 大麻烦 where 大麻 is banned, none is told.
 */
export const make = (list: ReadonlyArray<string>, allowed: ReadonlyArray<string> = []): Pack => ({
  name: "banned-words",
  rules: [
    words({ words: list, says: found, saysBroken: broken, saysDisguised: disguised, saysFaintly: faint, coined: true }),
    words({ words: Hints.of(list), says: hinted, saysBroken: faint, givesWay: true }),
    words({ words: allowed, allows: true })
  ]
})

const fix = { zh: "删去或改写这个词。", en: "Remove the word or say it otherwise." }

const found: Statement = {
  code: "banned-words/found",
  severity: "error",
  message: { zh: "文中有本品牌禁用的词。", en: "The text has a word that the brand does not allow." },
  fix
}

/** A blank between two Chinese characters may be a pause as well as a disguise. */
const broken: Statement = {
  code: "banned-words/broken-up",
  severity: "warning",
  message: {
    zh: "去掉中间的空格或符号，就是本品牌禁用的词。",
    en: "Without the blanks or symbols in it, this is a word that the brand does not allow."
  },
  fix
}

/** 加薇信, jiaweixin, vx: what it sounds like, and a person hears whether it is meant. */
const disguised: Statement = {
  code: "banned-words/disguised",
  severity: "warning",
  message: {
    zh: "拼音、谐音或缩写，读出来像是本品牌禁用的词。",
    en: "In pinyin, by its sound or shortened, this may be a word that the brand does not allow."
  },
  fix
}

/** 信微加, s单, 加卫星: backwards, by an initial or by another name. */
const hinted: Statement = {
  ...disguised,
  message: {
    zh: "倒写、首字母或暗语，像是本品牌禁用的词。",
    en: "Backwards, by an initial or by another name, this may be a word that the brand does not allow."
  }
}

/** 刷蛋 may be 刷单, and may be eggs, and 刷 d may be a letter: advice. */
const faint: Statement = { ...disguised, code: "banned-words/sounds-like", severity: "note" }
