/**
 * Why a draw is not announced, or not abandoned.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"

/** The beginning, the end and the draw do not come one after the other, or the end is past. */
export class BadTimes extends Schema.TaggedError<BadTimes>()("PrizeDraw.BadTimes", {
  opens: Moment,
  closes: Moment,
  draws: Moment
}) {
  get said(): Bilingual {
    return {
      zh: "时间须依次为：开始、截止、开奖；截止须晚于现在，开奖至少在截止 10 分钟之后。",
      en: "A draw opens, closes and is drawn, in this order; it closes later than now, and is drawn ten minutes after that or later."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** A prize is worth more than the law lets one be that is drawn. */
export class TooDear extends Schema.TaggedError<TooDear>()("PrizeDraw.TooDear", { prize: Schema.String }) {
  get said(): Bilingual {
    return {
      zh: `「${this.prize}」超过五万元：抽奖式有奖销售的最高奖不得超过五万元（反不正当竞争法；规范促销行为暂行规定）。`,
      en: `“${this.prize}” is worth more than 50,000 yuan: by the Anti-Unfair Competition Law no prize that is drawn may be.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Two prizes have one name, or there are too many of all of them. */
export class UnclearPrizes extends Schema.TaggedError<UnclearPrizes>()("PrizeDraw.UnclearPrizes", {
  names: Schema.Array(Schema.String)
}) {
  get said(): Bilingual {
    return {
      zh: "奖项不能重名，全部奖品不能超过一万份。",
      en: "Each prize has a name of its own, and there are no more than 10,000 of all of them."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The moment of the draw has come: whoever abandons it now may know who would win. */
export class MomentHasCome extends Schema.TaggedError<MomentHasCome>()("PrizeDraw.MomentHasCome", { draws: Moment }) {
  get said(): Bilingual {
    return {
      zh: "已到开奖时间，不能再取消：此时取消，等于看了结果再决定。",
      en: "The moment of the draw has come: abandoning it now would be choosing after the result."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Nobody has that prize on its way: it is delivered already, or came back. */
export class NotHeld extends Schema.TaggedError<NotHeld>()("PrizeDraw.NotHeld", {
  fan: FanId,
  prize: Schema.String
}) {
  get said(): Bilingual {
    return {
      zh: `粉丝 ${this.fan} 没有在途的奖品「${this.prize}」：已送达，或已退回。`,
      en: `Fan ${this.fan} has no ${this.prize} on its way: it is delivered already, or came back.`
    }
  }
  override get message() {
    return this.said.en
  }
}
