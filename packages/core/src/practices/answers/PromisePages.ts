/**
 * The promises of a handbook to fans, with the departments behind them.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Behind, Escalation, ServicePromise } from "../../internal-system/interaction/ServicePromise.ts"
import { type HandbookWords, reviewName } from "../../page/HandbookWords.ts"
import { type Block, joined, nothing, type Section, type Text } from "../../page/Page.ts"
import { fact, factsOf, tableOf } from "../../page/Sections.ts"

/** A group for each promise. */
export const section = ({ promises = {}, resources }: Handbook, words: HandbookWords): Section => ({
  id: "promises",
  title: { zh: "对粉丝的承诺", en: "Promises to fans" },
  count: Object.keys(promises).length,
  blocks:
    Object.keys(promises).length === 0
      ? [nothing]
      : Object.values(promises).map((promise) => promiseOf(promise, words, resources))
})

const promiseOf = (promise: ServicePromise, words: HandbookWords, resources: Handbook["resources"]): Block => ({
  kind: "group",
  title: promise.title,
  blocks: [
    ...factsOf([
      [{ zh: "对象", en: "To" }, tos[promise.to]],
      [{ zh: "何时算做到", en: "Kept when" }, kept[promise.keptWhen]],
      [{ zh: "时限", en: "Within" }, timeOf(promise, words)],
      ...fact({ zh: "逾期告诉", en: "When late, told" }, promise.escalation, (chain) => chainOf(chain, words)),
      ...(promise.reviews ?? []).map((stage): readonly [Bilingual, Text] => [
        { zh: `审核：${stage.title.zh}`, en: `Review: ${stage.title.en}` },
        reviewName(stage, words)
      ])
    ]),
    ...tableOf(
      [
        { zh: "背后的部门", en: "Behind it" },
        { zh: "答应", en: "Promises" },
        { zh: "时限", en: "Within" },
        { zh: "逾期告诉", en: "When late, told" }
      ],
      behindOf(promise.behind ?? [], 0).map(({ depth, one }) => [
        [`${"↳ ".repeat(depth)}`, { strong: words.titles(resources, [one.by]) }].slice(depth === 0 ? 1 : 0),
        one.title,
        timeOf(one, words),
        one.escalation === undefined ? "—" : chainOf(one.escalation, words)
      ])
    )
  ]
})

/** Who is behind a promise, and behind them, in one row after the other. */
const behindOf = (
  behind: ReadonlyArray<Behind>,
  depth: number
): ReadonlyArray<{ readonly one: Behind; readonly depth: number }> =>
  behind.flatMap((one) => [{ one, depth }, ...behindOf(one.behind ?? [], depth + 1)])

const timeOf = ({ warnAt, within }: Pick<ServicePromise, "warnAt" | "within">, words: HandbookWords): Text => {
  const time = words.allowance(within)
  if (warnAt === undefined) return time
  const part = Names.partName(warnAt)
  return [time, { zh: `过 ${part} 时提醒`, en: `warned at ${part}` }]
}

const chainOf = (chain: ReadonlyArray<Escalation>, words: HandbookWords): Text =>
  joined(
    chain.map(({ after, to }): Text => [words.person(to), words.allowance(after)]),
    "→"
  )

const tos: Readonly<Record<ServicePromise["to"], Bilingual>> = {
  question: { zh: "提问", en: "a question" },
  complaint: { zh: "投诉", en: "a complaint" },
  praise: { zh: "夸奖", en: "praise" },
  cooperation: { zh: "合作", en: "cooperation" }
}

const kept: Readonly<Record<ServicePromise["keptWhen"], Bilingual>> = {
  seen: { zh: "已看到", en: "it was seen" },
  answered: { zh: "已答复", en: "it was answered" },
  solved: { zh: "已解决", en: "it was solved" }
}
