/**
 * The brief of a campaign: what for, for whom, when, what it may cost, and what of the company it needs.
 *
 * @module
 */
import { Schema, Struct } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { EventName } from "../../external-system/notice/EventNotice.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import * as Label from "../../finding/Label.ts"
import * as CodeSeries from "../codes/CodeSeries.ts"
import * as PrizeDraw from "../prizes/PrizeDraw.ts"
import { Sum } from "./CampaignBudget.ts"

/** Something of the company that it needs; without what it must have it does not go live, and without the rest it shrinks. */
export const Need = Schema.Struct({
  resource: ResourceId,
  need: Schema.NonEmptyString.annotate(Label.of({ zh: "需要什么", en: "need" })),
  must: Schema.Boolean.annotate(Label.of({ zh: "没有就不办", en: "not without it" }))
})
/** Something of the company that it needs. */
export type Need = typeof Need.Type

/** The prizes of a campaign. */
export const Prizes = Schema.Struct({
  from: ResourceId,
  worth: Sum.annotate(Label.of({ zh: "奖品总值", en: "worth of all" })),
  dearest: Sum.annotate(Label.of({ zh: "最高一份的价值", en: "worth of the dearest" })),
  drawn: Schema.Boolean.annotate(Label.of({ zh: "抽奖", en: "drawn by lot" }))
})

/** A draw that it holds: what is announced of it, once everything is granted. */
export const Draw = Schema.Struct(Struct.omit(PrizeDraw.wish, ["account"]))
/** A draw that it holds. */
export type Draw = typeof Draw.Type

/** A series of codes that it gives out. */
export const Codes = Schema.Struct(CodeSeries.plan)
/** A series of codes that it gives out. */
export type Codes = typeof Codes.Type

const upTo20 = Schema.isMaxLength(20)
const text = (zh: string, en: string) => Schema.NonEmptyString.annotate(Label.of({ zh, en }))

/** The brief; a class, so that its type has a name. */
export class Brief extends Schema.Opaque<Brief>()(
  Schema.Struct({
    account: AccountId,
    objective: text("目标", "objective"),
    theme: text("主题", "theme"),
    audience: text("对象", "audience"),
    warmUp: Schema.optionalKey(Moment).annotateKey(Label.of({ zh: "预热开始", en: "warm-up from" })),
    from: Moment.annotate(Label.of({ zh: "上线时间", en: "live from" })),
    until: Moment.annotate(Label.of({ zh: "结束时间", en: "until" })),
    budget: Sum.annotate(Label.of({ zh: "预算", en: "budget" })),
    prizes: Schema.optionalKey(Prizes).annotateKey(Label.of({ zh: "奖品", en: "prizes" })),
    draws: Schema.optionalKey(Schema.NonEmptyArray(Draw).check(upTo20)).annotateKey(
      Label.of({ zh: "抽奖", en: "draws" })
    ),
    codes: Schema.optionalKey(Schema.NonEmptyArray(Codes).check(upTo20)).annotateKey(
      Label.of({ zh: "暗号系列", en: "series of codes" })
    ),
    event: Schema.optionalKey(EventName).annotateKey(Label.of({ zh: "配合哪个事件", en: "for which event" })),
    needs: Schema.Array(Need)
      .check(Schema.isMaxLength(50))
      .annotate(Label.of({ zh: "需要的资源", en: "needs" }))
  }).annotate(Label.of({ zh: "方案", en: "brief" }))
) {}

/** Its draws. */
export const drawsOf = ({ draws }: Partial<Brief>): ReadonlyArray<Draw> => draws ?? []
/** Its series of codes. */
export const codesOf = ({ codes }: Partial<Brief>): ReadonlyArray<Codes> => codes ?? []
