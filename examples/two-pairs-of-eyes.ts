/**
 * What one person may not do alone: a coupon is asked for and given by two, and one that costs much is given by the lead only.
 *
 * @module
 */
import { Actor, Case, Process } from "@dualops/core/process"
import { DateTime, Result, Schema } from "effect"

const { process, start, step } = Process.define("Coupon", {
  title: { zh: "优惠券", en: "coupon" },
  settings: { lead: Actor.PersonId, most: Schema.Int },
  states: {
    Asked: { title: { zh: "已申请", en: "asked for" }, yuan: Schema.Int },
    Given: { title: { zh: "已发放", en: "given" }, yuan: Schema.Int }
  }
})

// #region unless
/** A coupon that only the lead may give. */
class TooMuch extends Schema.TaggedError<TooMuch>()("Coupon.TooMuch", { yuan: Schema.Int, most: Schema.Int }) {
  override get message() {
    return `Whoever is not the lead gives ${this.most} yuan at most, and not ${this.yuan}.`
  }
}

const Give = step({
  title: { zh: "发放", en: "give" },
  from: ["Asked"],
  to: ["Given"],
  by: "content.approve",
  unless: ({ yuan }, { by, settings: { lead, most } }) =>
    yuan > most && by.person !== lead ? new TooMuch({ yuan, most }) : undefined
})
// #endregion

// #region separate
const Ask = start({
  title: { zh: "申请", en: "ask" },
  to: ["Asked"],
  by: "content.write",
  input: { yuan: Schema.Int }
})

export const Coupon = process({
  about: ({ yuan }) => ({ zh: `${yuan} 元优惠券`, en: `a coupon of ${yuan} yuan` }),
  steps: { Ask, Give },
  final: ["Given"],
  deadlines: {},
  separate: [["Ask", "Give"]]
})
// #endregion

const occasion = {
  case: Case.CaseId.make("one"),
  at: DateTime.makeUnsafe("2026-11-23T01:00:00Z"),
  handbook: Case.HandbookVersion.make("1"),
  settings: { lead: Actor.PersonId.make("lin"), most: 50 },
  entitled: () => true
}
const asked = Process.accept(Coupon, undefined, {
  ...occasion,
  by: Actor.person("zhou"),
  step: "Ask",
  input: { yuan: 80 }
})
const coupon = Process.evolve(Coupon, undefined, Result.getOrThrow(asked))
const give = (by: string): { readonly message: string } | undefined =>
  Result.match(Process.accept(Coupon, coupon, { ...occasion, by: Actor.person(by), step: "Give", input: {} }), {
    onFailure: (refusal) => refusal,
    onSuccess: () => undefined
  })
export const refusals = ["zhou", "tang", "lin"].map((by) => give(by)?.message)
