/**
 * What somebody outside asks about their personal data: a copy of it, or that it is erased (个人信息保护法, articles 45 and 47). Whoever may decide erases, hands
 * over or refuses with a reason; what cannot be erased yet comes back to them when they ask again.
 *
 *     Asked ─Erase→ Erasing ─Erased→ Erased, or Asked while cases of the fan are open (NotErased: Asked)
 *       ├─HandOver→ HandedOver
 *       └─Refuse→ Refused
 *
 * The words stand here; the rules in `DataRequestProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { Erased as Given } from "../../personal-data/Given.ts"
import { kind } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"

/** Who asks for what. */
export const wish = {
  account: AccountId,
  fan: FanId,
  wants: Schema.Literals(["copy", "erasure"]).annotate(Label.of({ zh: "要什么", en: "what they want" })),
  note: Remark.MaybeNote
}

/** Erases what there is of a fan. Twice is as good as once. */
export const erasing = kind({
  name: "ErasePersonalData",
  request: { fan: FanId },
  done: Given.fields,
  repeatable: true
})

const asked = { ...wish, note: Schema.String, told: PersonId }

/** The builders of the process, with its words. */
export const request = define("DataRequest", {
  title: { zh: "个人信息请求", en: "personal data request" },
  settings: {
    /** How soon whoever asked is answered. */
    answerWithin: Allowance,
    /** How often it is told again, when that is over. */
    reminds: Allowance,
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId))
  },
  states: {
    Asked: { title: { zh: "待处理", en: "asked" }, ...asked, open: Schema.optionalKey(Schema.Int) },
    Erasing: { title: { zh: "删除中", en: "being erased" }, ...asked, by: PersonId },
    Erased: {
      title: { zh: "已删除", en: "erased" },
      ...asked,
      by: PersonId,
      cases: Schema.Int,
      observations: Schema.Int
    },
    HandedOver: { title: { zh: "已提供副本", en: "handed over" }, ...asked, by: PersonId, how: Schema.NonEmptyString },
    Refused: { title: { zh: "已拒绝", en: "refused" }, ...asked, by: PersonId, reason: Schema.NonEmptyString }
  },
  actions: { notify, erase: erasing }
})

/** What a handbook says of such requests. */
export type Settings = typeof request.Settings.Type
/** How a request stands. */
export type State = typeof request.State.Type

const what = { copy: { zh: "要一份副本", en: "a copy" }, erasure: { zh: "要求删除", en: "erasure" } } as const

/** What it is about, in one line. */
export const about = ({ fan, wants }: State): Bilingual => ({
  zh: `粉丝 ${fan} 的个人信息：${what[wants].zh}`,
  en: `Personal data of fan ${fan}: ${what[wants].en}`
})

/** What whoever decides reads. */
export const waits = (state: State): Bilingual => {
  const { en, zh } = about(state)
  return {
    zh: `${zh}。请处理：删除、提供副本，或说明理由拒绝。`,
    en: `${en}. Decide: erase, hand over a copy, or refuse and say why.`
  }
}

/** What whoever decided reads, where cases of the fan have to end first. */
export const waitsForCases = (open: number): Bilingual => ({
  zh: `其余已删除；该粉丝还有 ${open} 件事没办完，办完后再点一次「删除」。`,
  en: `The rest is erased. Open cases of the fan: ${open}. Erase again when they are over.`
})

/** What whoever decided reads, where the store did not do it. */
export const notErased = (detail: string): Bilingual => ({
  zh: `没有删除成功，请稍后再点一次「删除」。${detail}`,
  en: `Nothing was erased; erase again later. ${detail}`
})
