/**
 * How a series is written and approved: what is in order, and who else approves it.
 *
 * @module
 */
import { Result } from "effect"
import * as CodeTerms from "../../external-system/codes/CodeTerms.ts"
import * as RudeWords from "../../external-system/codes/RudeWords.ts"
import { blocks } from "../../finding/Finding.ts"
import { answerable, authority, withAnswerable } from "../../process/Actor.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import * as CodeSeries from "./CodeSeries.ts"
import * as Findings from "./CodeSeriesFindings.ts"

const { start, step } = CodeSeries.series

type Under = Circumstances<CodeSeries.Settings>
type Plan = Parameters<typeof Findings.spanOf>[0] & Parameters<typeof Findings.of>[0]

/** What a plan that is in order comes to: its moments, and the words that no code of it reads as. */
const inOrder = <P extends Plan>(plan: P, { at, settings }: Under) => {
  const findings = Findings.of(plan, settings, at)
  const { timeZone, words } = settings
  return blocks(findings)
    ? Result.fail(new CodeSeries.NotInOrder({ findings }))
    : Result.succeed({ ...plan, ...Findings.spanOf(plan, timeZone), words, edition: RudeWords.current })
}

export const Draft = start({
  title: { zh: "起草", en: "draft" },
  to: ["Drafted"],
  by: "codes.plan",
  input: CodeSeries.wish,
  facts: { ...CodeSeries.wish, ...CodeSeries.made },
  advises: (input, { at, settings }) => Findings.of(input, settings, at),
  decide: (input, under) => inOrder(input, under),
  evolve: ({ by, facts }) => ({ _tag: "Drafted", ...facts, authors: answerable(by) })
})

/** Whatever was approved was another plan. */
export const Redraft = step({
  title: { zh: "修改", en: "draft anew" },
  from: ["Drafted", "Approved"],
  to: ["Drafted"],
  by: "codes.plan",
  input: CodeSeries.plan,
  facts: { ...CodeSeries.plan, ...CodeSeries.made },
  opensWith: ({ discount, firstDay, lastDay, length, name, placements }) => ({
    ...{ name, discount, firstDay, lastDay, length, placements }
  }),
  advises: (_, input, { at, settings }) => Findings.of(input, settings, at),
  decide: (_, input, under) => inOrder(input, under),
  evolve: ({ account, authors }, { by, facts }) => ({
    _tag: "Drafted",
    account,
    ...facts,
    authors: withAnswerable(authors, by)
  })
})

/** The plan is looked at again: its days may have passed, and the handbook may be another one. */
export const Approve = step({
  title: { zh: "通过", en: "approve" },
  from: ["Drafted"],
  to: ["Approved"],
  by: "codes.approve",
  unless: (_, { by, settings }) =>
    settings.approvers.includes(authority(by)) ? undefined : new CodeSeries.NotAnApprover({ person: authority(by) }),
  decide: (state, _, under) => Result.map(inOrder(state, under), () => ({})),
  evolve: (state, { by }) => ({ ...state, _tag: "Approved", approvedBy: by })
})

const discarded = {
  from: ["Drafted", "Approved"],
  to: ["Discarded"],
  evolve: (state: Extract<CodeSeries.State, { readonly _tag: "Drafted" | "Approved" }>) => {
    const { account, authors, discount, edition, firstDay, from, lastDay, length, name, placements, until, words } =
      state
    return {
      _tag: "Discarded" as const,
      ...{ account, authors, discount, edition, firstDay, from, lastDay, length, name, placements, until, words }
    }
  }
} as const

export const Discard = step({ title: { zh: "放弃", en: "discard" }, by: "codes.plan", ...discarded })
/** The campaign that has ordered it stops before its codes were issued. What is issued may be in somebody's hand, and goes on. */
export const CallOff = step({
  title: { zh: "随活动放弃", en: "call off with its campaign" },
  by: "world",
  ...discarded
})
export const Lapse = step({ title: { zh: "过期", en: "lapse" }, by: "clock", ...discarded })

/** Every placement gets its codes: so many numbers, one behind the other. */
export const placed = (state: Extract<CodeSeries.State, { readonly _tag: "Approved" }>) => ({
  ...state,
  placements: CodeTerms.place(state.placements)
})
