/**
 * The brand's own list of words that must not be in a post.
 *
 * @module
 */
import { type Pack, type Statement, words } from "./ContentRule.ts"

/** A pack of banned words: every occurrence is an error; one that is broken up wants a person's judgement. */
export const make = (list: ReadonlyArray<string>): Pack => ({
  name: "banned-words",
  rules: [words({ words: list, says: found, saysBroken: broken })]
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
