/**
 * How the account speaks, as blocks of a page.
 *
 * @module
 */
import type { StyleCard } from "../internal-system/positioning/StyleCard.ts"
import type { Block } from "./Page.ts"
import { fact, factsOf, tableOf } from "./Sections.ts"

/** A style card, with the banned words where they are not told elsewhere. */
export const styleBlocks = (
  { emoji, firstPerson, mustSay, neverSay, persona, signOff, tags }: StyleCard,
  banned: ReadonlyArray<string> | undefined
): ReadonlyArray<Block> => [
  { kind: "text", text: { strong: persona } },
  ...factsOf([
    ...fact({ zh: "自称", en: "Calls itself" }, firstPerson, ({ use }) => use.join("、")),
    ...fact({ zh: "不自称", en: "Never" }, firstPerson, ({ avoid }) => avoid.join("、")),
    ...fact({ zh: "结尾", en: "Signs off" }, signOff, (said) => said),
    ...fact({ zh: "表情", en: "Emoji" }, emoji, ({ allowed, most }) => [
      { zh: `最多 ${most} 个`, en: `at most ${most}` },
      ...(allowed === undefined ? [] : [allowed.join(" ")])
    ]),
    ...fact({ zh: "话题", en: "Topics" }, tags, ({ always, least, most }) => [
      always.map((tag) => `#${tag}#`).join(" "),
      { zh: `${least} 到 ${most} 个`, en: `${least} to ${most}` }
    ]),
    ...fact({ zh: "必须说", en: "Must say" }, mustSay.length === 0 ? undefined : mustSay, (all) => all.join("、")),
    ...fact({ zh: "禁用词", en: "Banned" }, banned, (all) =>
      all.length === 0 ? { zh: "无", en: "none" } : all.join("、")
    )
  ]),
  ...tableOf(
    [
      { zh: "不说", en: "Do not say" },
      { zh: "改说", en: "Rather" },
      { zh: "原因", en: "Why" }
    ],
    neverSay.map(({ phrase, rather = "—", reason }) => [phrase, rather, reason])
  )
]
