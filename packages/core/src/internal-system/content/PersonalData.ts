/**
 * What must not be said in public of a person: a mobile number, the number of an identity card, that of a bank card. What a fan has sent in private stays
 * there.
 *
 * Numbers are told from others by their own rules: mobile numbers by the plan of the Ministry of Industry and Information Technology (eleven digits from
 * 13 to 19), identity cards by GB 11643 (a date of birth, a check digit by ISO 7064 MOD 11-2), bank cards by ISO/IEC 7812 (its check digit by Luhn).
 *
 * @module
 */
import { check, type Draft, inText, type Pack, type Statement } from "./ContentRule.ts"
import { rangeOf } from "./FoldedText.ts"

/** Rules for what is said to people in public. */
export const pack: Pack = { name: "personal-data", rules: [check((draft) => [...findings(draft)])] }

function* findings({ content, folded }: Draft) {
  for (const run of folded.text.matchAll(digits)) {
    const [written] = run
    const says = whatIs(written)
    if (says !== undefined) yield inText(content, says, rangeOf(folded, run.index, run.index + written.length))
  }
}

/** Digits that belong together, perhaps in groups, as people write a number; an identity card may end in X. */
const digits = /(?<![\d.-])\+?\d(?:[ -]?\d){9,17}(?:[ -]?[\dx])?(?![\d.])/gi

const whatIs = (written: string): Statement | undefined => {
  const number = written.replace(/[ +-]/g, "").toLowerCase()
  if (isIdentityCard(number)) return identityCard
  if (/^(?:86)?1[3-9]\d{9}$/.test(number)) return mobile
  return isBankCard(number) ? bankCard : undefined
}

const isIdentityCard = (number: string): boolean => {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(number)) return false
  const sum = Array.from(number, (sign, place) => (sign === "x" ? 10 : Number(sign)) * (2 ** (17 - place) % 11))
  return sum.reduce((one, other) => one + other) % 11 === 1
}

const isBankCard = (number: string): boolean => {
  if (!/^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14}|3[47]\d{13})$/.test(number)) return false
  const sum = Array.from(number)
    .toReversed()
    .map((sign, place) => (place % 2 === 0 ? Number(sign) : doubled(Number(sign))))
  return sum.reduce((one, other) => one + other) % 10 === 0
}

const doubled = (digit: number): number => (digit < 5 ? 2 * digit : 2 * digit - 9)

const fix = { zh: "删去，改为请粉丝私信。", en: "Take it out, and ask the fan to write in private." }

const mobile: Statement = {
  code: "personal-data/mobile-number",
  severity: "error",
  message: { zh: "公开回复里有手机号。", en: "The words have a mobile number, in public." },
  fix
}
const identityCard: Statement = {
  code: "personal-data/identity-card",
  severity: "error",
  message: { zh: "公开回复里有身份证号。", en: "The words have the number of an identity card, in public." },
  fix
}
const bankCard: Statement = {
  code: "personal-data/bank-card",
  severity: "error",
  message: { zh: "公开回复里有银行卡号。", en: "The words have the number of a bank card, in public." },
  fix
}
