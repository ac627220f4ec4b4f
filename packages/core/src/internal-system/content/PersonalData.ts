/**
 * What must not be said in public of a person: a mobile number, the number of an identity card, that of a bank card, what they are called at WeChat or QQ.
 * What a fan has sent in private stays there.
 *
 * Numbers are told from others by their own rules: mobile numbers by the plan of the Ministry of Industry and Information Technology (eleven digits from
 * 13 to 19), identity cards by GB 11643 (a date of birth, a check digit by ISO 7064 MOD 11-2), bank cards by ISO/IEC 7812 (its check digit by Luhn).
 * Words for their digits make such numbers as well (一三八…, 幺三八…).
 *
 * @module
 */
import * as ChatNames from "./ChatNames.ts"
import { check, type Draft, inText, type Pack, type Statement } from "./ContentRule.ts"
import { rangeOf } from "./FoldedText.ts"
import * as Link from "./Link.ts"

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

type What = "identityCard" | "mobile" | "bankCard" | "chatName"

function* findings({ content, folded }: Draft, says: { readonly [K in What]?: Statement }) {
  const { text } = folded
  const silent = silentIn(content.text)
  const inFigures = spoken.test(text) ? text.replace(spokenDigit, (word) => String(figures[word])) : text
  for (const { end, start, what } of [...numbers(text), ...spokenNumbers(text, inFigures), ...chats(inFigures)]) {
    const said = says[what]
    const range = rangeOf(folded, start, end)
    if (said !== undefined && !silent.subarray(range.start, range.end).includes(1)) yield inText(content, said, range)
  }
}

/**
 * Marks what is an address, or a part of somebody's name at Weibo, whose number says nothing; an address of e-mail says its number all the same, and so does
 * a name that is one.
 */
const silentIn = (text: string): Uint8Array => {
  const marks = new Uint8Array(text.length)
  const places = [
    ...Link.addresses(text).filter(({ end, start }) => !text.slice(start, end).includes("@")),
    ...Link.mentions(text).filter(({ end, start }) => /\p{L}/u.test(text.slice(start, end)) && text[end] !== ".")
  ]
  for (const { end, start } of places) marks.fill(1, start, end)
  return marks
}

function* numbers(text: string) {
  for (const { 0: written, index } of text.matchAll(digits)) {
    const what = whatIs(written)
    if (what !== undefined) yield { what, start: index, end: index + written.length }
  }
  for (const { 0: written, index } of text.matchAll(grouped)) {
    yield { what: "mobile" as const, start: index, end: index + written.length }
  }
}

/** What has no words for digits in it was looked at before. */
const spokenNumbers = (text: string, inFigures: string) =>
  text === inFigures ? [] : [...numbers(inFigures)].filter(({ end, start }) => spoken.test(text.slice(start, end)))

function* chats(text: string) {
  for (const place of ChatNames.inText(text)) yield { what: "chatName" as const, ...place }
}

/** Three, four and four digits, as mobile numbers are said; groups of other lengths are amounts, dates, addresses of computers. */
const grouped = /(?<![\d.-])1[3-9]\d([.·/—_、,])\d{4}\1\d{4}(?![\d.])/g

/**
 * Digits that belong together, perhaps in groups, as people write a number; an identity card may end in X. What stands at a letter is a code of
 * something (SF1381234567890), but for the words for telephones.
 */
const digits =
  /(?<![\d.-])(?<![a-z](?<!tel|phone|mobile|call|wechat|weixin|[vw]x|qq))\+?\d(?:[ -]?\d){9,17}(?:[ -]?[\dx])?(?![\d.a-z])/gi

/** The words for digits, one character each, so that places stay; 幺 is what people say for one in numbers of telephones. */
const figures: Readonly<Record<string, number>> = Object.fromEntries(
  ["〇零", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((words, figure) =>
    Array.from(words, (word): [string, number] => [word, figure])
  )
)
const spokenDigit = new RegExp(`[${Object.keys(figures).join("")}]`, "g")
const spoken = new RegExp(spokenDigit.source)

const whatIs = (written: string): What | undefined => {
  const number = written.replace(/[ +-]/g, "").toLowerCase()
  if (isIdentityCard(number)) return "identityCard"
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(number)) return "mobile"
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
  chatName: statement(
    "chat-name",
    "公开回复里有个人的微信号或 QQ 号。",
    "The words have somebody's WeChat or QQ name, in public.",
    writeInPrivate
  ),
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
const inPrivate: Readonly<Record<Exclude<What, "chatName">, Statement>> = {
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
