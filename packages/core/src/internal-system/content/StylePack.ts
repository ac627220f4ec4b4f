/**
 * Whether a post sounds like the account: the style card as rules.
 *
 * What the account never says is an error. The rest is advice, for a writer may have a reason.
 *
 * @module
 */

import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding, Severity } from "../../finding/Finding.ts"
import type { EmojiHabit, FirstPerson, StyleCard, TagHabit } from "../positioning/StyleCard.ts"
import { type CheckRule, check, inText, type Pack, type Statement, words } from "./ContentRule.ts"
import { fold } from "./FoldedText.ts"
import * as Link from "./Link.ts"

/** The card's rules. With 我们 in use and 我 avoided, 我们 is in order. */
export const make = (card: StyleCard): Pack => ({
  name: "style",
  rules: [
    ...card.neverSay.map(({ phrase, reason, rather }) =>
      words({
        words: [phrase],
        says: statement("never-say", "error", reason, {
          zh: rather === undefined ? "删去或改写。" : `改说“${rather}”。`,
          en: rather === undefined ? "Remove it or say it otherwise." : `Say ${rather}.`
        })
      })
    ),
    ...(card.firstPerson === undefined ? [] : firstPerson(card.firstPerson)),
    ...card.mustSay.map(says),
    ...(card.signOff === undefined ? [] : [endsWith(card.signOff)]),
    ...(card.emoji === undefined ? [] : [emoji(card.emoji)]),
    ...(card.tags === undefined ? [] : [tags(card.tags)])
  ]
})

const statement = (code: string, severity: Severity, message: Bilingual, fix: Bilingual): Statement => ({
  code: `style/${code}`,
  severity,
  message,
  fix
})

const firstPerson = ({ use, avoid }: FirstPerson) => [
  words({
    words: avoid,
    givesWay: true,
    says: statement(
      "first-person",
      "warning",
      { zh: "本账号不这样自称。", en: "The account does not call itself so." },
      { zh: `改用${use.join("、") || "别的说法"}。`, en: `Say ${use.join(" or ") || "it otherwise"}.` }
    )
  }),
  words({ words: use })
]

const says = (phrase: string): CheckRule => {
  const sought = fold(phrase).text
  return check(({ content, folded }) =>
    folded.text.includes(sought)
      ? []
      : [
          inText(
            content,
            statement(
              "must-say",
              "warning",
              { zh: `没有出现“${phrase}”。`, en: `${phrase} is missing.` },
              { zh: `加上“${phrase}”。`, en: `Add ${phrase}.` }
            )
          )
        ]
  )
}

/** The sign-off stands at the end; links, topics and blanks may follow it. */
const endsWith = (signOff: string): CheckRule => {
  const sought = fold(signOff).text
  return check(({ content, folded: { text } }) => {
    const at = text.lastIndexOf(sought)
    return at >= 0 &&
      Link.replace(text.slice(at + sought.length), () => "")
        .replace(/#[^#\n]+#/g, "")
        .trim() === ""
      ? []
      : [
          inText(
            content,
            statement(
              "sign-off",
              "note",
              { zh: `结尾没有“${signOff}”。`, en: `The post does not end with ${signOff}.` },
              { zh: `以“${signOff}”结尾。`, en: `End with ${signOff}.` }
            )
          )
        ]
  })
}

const emoji = ({ most, allowed }: EmojiHabit): CheckRule => {
  const pattern =
    /\[[\p{Script=Han}a-z0-9]{1,8}\]|\p{RI}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/giu
  const bare = (symbol: string) => symbol.replaceAll("\uFE0F", "")
  const welcome = allowed === undefined ? undefined : new Set(allowed.map(bare))
  const tooMany = statement(
    "too-many-emoji",
    "note",
    { zh: `表情超过${most}个。`, en: `There are more than ${most} emoji.` },
    { zh: "删去多出的表情。", en: "Leave this one out." }
  )
  const stranger = statement(
    "emoji",
    "note",
    { zh: "本账号不用这个表情。", en: "The account does not use this emoji." },
    { zh: `改用${(allowed ?? []).join("") || "文字"}。`, en: `Use ${(allowed ?? []).join(" ") || "words"}.` }
  )
  return check(({ content }) =>
    Array.from(content.text.matchAll(pattern)).flatMap(([symbol], index, all): ReadonlyArray<Finding> => {
      const start = (all[index] as RegExpExecArray).index
      const range = { start, end: start + symbol.length }
      return [
        ...(index >= most ? [inText(content, tooMany, range)] : []),
        ...(welcome !== undefined && !welcome.has(bare(symbol)) ? [inText(content, stranger, range)] : [])
      ]
    })
  )
}

const tags = ({ least, most, always }: TagHabit): CheckRule => {
  const count = statement(
    "tags",
    "note",
    { zh: `话题应为${least}到${most}个。`, en: `A post has ${least} to ${most} topics.` },
    { zh: "增减话题。", en: "Add or remove topics." }
  )
  const missing = (tag: string) =>
    statement(
      "tag-missing",
      "note",
      { zh: `没有话题#${tag}#。`, en: `The topic #${tag}# is missing.` },
      { zh: `加上#${tag}#。`, en: `Add #${tag}#.` }
    )
  return check(({ content }) => {
    const found = Array.from(content.text.matchAll(/#([^#\n]+)#/g), ([, name]) => name)
    return [
      ...(found.length < least || found.length > most ? [inText(content, count)] : []),
      ...always.filter((tag) => !found.includes(tag)).map((tag) => inText(content, missing(tag)))
    ]
  })
}
