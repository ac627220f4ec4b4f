/**
 * How a placement is asked for: everything that is wrong with it is said at once, its link is made, and what the department answers is heard.
 *
 * @module
 */
import { DateTime, Option, Record, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { advice } from "../../finding/Nearest.ts"
import * as Action from "../../process/Action.ts"
import type { ResourceId } from "../Resource.ts"
import { Promised } from "../ResourceRequest.ts"
import * as Placement from "./Placement.ts"
import * as TrackedLink from "./TrackedLink.ts"

const { start, step } = Placement.placement

export const Ask = start({
  title: { zh: "申请投放", en: "ask" },
  to: ["Asked"],
  by: "planning.ask",
  input: Placement.asking,
  facts: { ...Placement.asking, promise: Promised },
  advises: (input, { at, settings }) => against(input, settings, at),
  decide: (input, { at, settings }) => {
    const findings = against(input, settings, at)
    return Option.match(findings.length === 0 ? Record.get(settings.channels, input.channel) : Option.none(), {
      onNone: () => Result.fail(new Placement.BadAsk({ findings })),
      onSome: (promise) => Result.succeed({ ...input, promise })
    })
  },
  evolve: ({ by, case: content, facts: { promise, ...asked } }) => {
    const { campaign, channel: source, medium, to } = asked
    const { title: named, ...commitment } = promise
    const link = TrackedLink.of(to, { source, medium, campaign, content })
    return { _tag: "Asked", ...asked, ...commitment, ...(named && { named }), askedBy: by, link }
  },
  performs: {
    ask: ({ askedBy, channel, link, where }) => ({
      input: { resource: channel, need: `${where} ${link}` },
      by: askedBy
    })
  }
})

/** The department says yes: it is to be placed. */
export const Granted = step({
  title: { zh: "得知已同意", en: "hear that it is granted" },
  from: ["Asked"],
  to: ["Granted"],
  by: "child",
  input: { terms: Schema.String }
})

/** The department says no, and why. */
export const Refused = step({
  title: { zh: "得知被拒绝", en: "hear that it is refused" },
  from: ["Asked"],
  to: ["Refused"],
  by: "child",
  input: { reason: Schema.String },
  performs: { notify: (placement) => tellingRefused(placement) }
})

/** Nobody could even be asked. */
export const NotAsked = step({
  title: { zh: "得知未能申请", en: "hear that it cannot be asked for" },
  from: ["Asked"],
  to: ["Refused"],
  by: "world",
  input: Action.refused,
  evolve: (placement, { facts: { detail } }) => ({ ...placement, _tag: "Refused", reason: detail }),
  performs: { notify: (placement) => tellingRefused(placement) }
})

const tellingRefused = (placement: Placement.In<"Refused">) => ({
  to: placement.askedBy.person,
  message: Placement.says(placement, { zh: `没有得到（${placement.reason}）`, en: `is refused (${placement.reason})` })
})

/** The request was taken back where it is answered. */
export const WasWithdrawn = step({
  title: { zh: "得知已撤回", en: "hear that it is withdrawn" },
  from: ["Asked"],
  to: ["Withdrawn"],
  by: "child"
})

export const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Asked"],
  to: ["Withdrawn"],
  by: "planning.ask"
})

/** Everything that is wrong with what is asked for, as far as it is written. */
export const against = (
  { campaign, channel, from, to, until }: Partial<Placement.Asking>,
  { channels }: Pick<Placement.Settings, "channels">,
  at: Moment
): ReadonlyArray<Finding> => {
  const known = Record.keys(channels) as ReadonlyArray<ResourceId>
  const isTooLate = until !== undefined && !DateTime.isGreaterThan(until, at)
  const isBackwards = from !== undefined && until !== undefined && !DateTime.isLessThan(from, until)
  return [
    ...(channel === undefined || Record.has(channels, channel)
      ? []
      : [
          hit(
            "no-channel",
            "channel",
            { zh: `没有自有渠道「${channel}」。`, en: `${channel} is no channel of the company.` },
            advice(channel, known, { zh: "手册里没有自有渠道。", en: "The handbook has none." })
          )
        ]),
    ...(to === undefined || Option.isSome(TrackedLink.read(to))
      ? []
      : [
          hit(
            "no-address",
            "to",
            { zh: "不是网址。", en: "That is no address of the web." },
            { zh: "写完整的 https 网址，不带账号密码。", en: "Write it whole, with https and without a password." }
          )
        ]),
    ...(campaign === undefined || TrackedLink.spelled(campaign) !== ""
      ? []
      : [
          hit(
            "no-campaign",
            "campaign",
            { zh: "活动名是空白。", en: "The campaign has no name." },
            { zh: "写活动名。", en: "Name the campaign." }
          )
        ]),
    ...(isTooLate
      ? [
          hit(
            "over-already",
            "until",
            { zh: "结束时间已经过去。", en: "Its time is over already." },
            { zh: "改结束时间，或不填。", en: "Let it end later, or leave that out." }
          )
        ]
      : []),
    ...(isBackwards
      ? [
          hit(
            "ends-before-it-begins",
            "until",
            { zh: "结束不晚于开始。", en: "It ends before it begins." },
            { zh: "把结束改到开始之后。", en: "Let it end after it begins." }
          )
        ]
      : [])
  ]
}

const hit = (code: string, path: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `placement/${code}`,
  severity: "error",
  where: { path },
  message,
  evidence: path,
  fix
})
