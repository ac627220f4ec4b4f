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
export const pack: Pack = { name: "personal-data", rules: [check((draft) => [...findings(draft, inPublic)])] }

/**
 * Rules for what is said to a fan in private: the numbers of identity cards and bank cards are never repeated, for a whole team reads along and screens are
 * shown around; a mobile number is said where the handbook says that it may, the courier's for one.
 */
export const ofPrivate = (mobileNumbers: boolean): Pack => {
  const { mobile, ...never } = inPrivate
  return {
    name: "personal-data",
    rules: [check((draft) => [...findings(draft, mobileNumbers ? never : { ...never, mobile })])]
  }
}

function* findings({ content, folded }: Draft, says: { readonly [K in What]?: Statement }) {
  for (const run of folded.text.matchAll(digits)) {
    const [written] = run
    const what = whatIs(written)
    const said = what && says[what]
    if (said !== undefined) yield inText(content, said, rangeOf(folded, run.index, run.index + written.length))
  }
}

type What = "identityCard" | "mobile" | "bankCard"

/** Digits that belong together, perhaps in groups, as people write a number; an identity card may end in X. */
const digits = /(?<![\d.-])\+?\d(?:[ -]?\d){9,17}(?:[ -]?[\dx])?(?![\d.])/gi

const whatIs = (written: string): What | undefined => {
  const number = written.replace(/[ +-]/g, "").toLowerCase()
  if (isIdentityCard(number)) return "identityCard"
  if (/^(?:86)?1[3-9]\d{9}$/.test(number)) return "mobile"
  return isBankCard(number) ? "bankCard" : undefined
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

const statement = (code: string, zh: string, en: string, fix: Statement["fix"]): Statement => ({
  code: `personal-data/${code}`,
  severity: "error",
  message: { zh, en },
  fix
})

const writeInPrivate = { zh: "删去，改为请粉丝私信。", en: "Take it out, and ask the fan to write in private." }
const inPublic: Readonly<Record<What, Statement>> = {
  mobile: statement(
    "mobile-number",
    "公开回复里有手机号。",
    "The words have a mobile number, in public.",
    writeInPrivate
  ),
  identityCard: statement(
    "identity-card",
    "公开回复里有身份证号。",
    "The words have the number of an identity card, in public.",
    writeInPrivate
  ),
  bankCard: statement(
    "bank-card",
    "公开回复里有银行卡号。",
    "The words have the number of a bank card, in public.",
    writeInPrivate
  )
}

const lastFour = { zh: "只写末四位。", en: "Write its last four signs." }
const inPrivate: Readonly<Record<What, Statement>> = {
  mobile: statement("mobile-number", "私信里有手机号。", "The private words have a mobile number.", {
    zh: "删去，或在手册 privateMessages 中允许。",
    en: "Take it out, or allow it in privateMessages of the handbook."
  }),
  identityCard: statement(
    "identity-card",
    "私信里有身份证号。",
    "The private words have the number of an identity card.",
    lastFour
  ),
  bankCard: statement("bank-card", "私信里有银行卡号。", "The private words have the number of a bank card.", lastFour)
}
