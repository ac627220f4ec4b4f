/**
 * What a failed call means for whoever wanted something of it: four ends of a write, three of a reading.
 *
 * @module
 */
import { Reading, Writing } from "@dualops/core/operations"
import { Duration } from "effect"
import type { RateLimited, WeiboError } from "./WeiboError.ts"

/** What a failed write means: whether it has happened. */
export const ofWrite = (error: WeiboError): Writing.Failure => {
  switch (error._tag) {
    case "WeiboError.Busy":
      return new Writing.TryLater(facts(error))
    case "WeiboError.RateLimited":
      return new Writing.TryLater({ ...facts(error), after: pause(error) })
    case "WeiboError.Unreachable":
      return new Writing.TryLater({ code: "unreachable", detail: error.detail })
    case "WeiboError.TokenDead":
      return new Writing.Unauthorised(facts(error))
    case "WeiboError.NotPermitted":
    case "WeiboError.RequestRefused":
    case "WeiboError.ContentRefused":
    case "WeiboError.TargetGone":
      return new Writing.Refused(facts(error))
    // It is out, or may be, and nothing says under which id: it has to be looked for.
    case "WeiboError.Duplicate":
    case "WeiboError.AlreadySo":
    case "WeiboError.AcceptedSlowly":
      return new Writing.Unknown(facts(error))
    case "WeiboError.OutcomeUnknown":
      return new Writing.Unknown({ code: error.reason, detail: error.detail })
  }
}

/** What a failed reading means: it changed nothing, so whatever is not refused may be asked again. */
export const ofReading = (error: WeiboError): Reading.Failure => {
  switch (error._tag) {
    case "WeiboError.RateLimited":
      // Weibo names no time with a refusal; what it says of its quotas elsewhere is better than a guess.
      return new Reading.TryLater({ ...facts(error), ...(error.after && { after: error.after }) })
    case "WeiboError.TokenDead":
      return new Reading.Unauthorised(facts(error))
    case "WeiboError.NotPermitted":
    case "WeiboError.RequestRefused":
    case "WeiboError.TargetGone":
      return new Reading.NotShown(facts(error))
    case "WeiboError.Unreachable":
      return new Reading.TryLater({ code: "unreachable", detail: error.detail })
    case "WeiboError.OutcomeUnknown":
      return new Reading.TryLater({ code: error.reason, detail: error.detail })
    case "WeiboError.Busy":
    case "WeiboError.ContentRefused":
    case "WeiboError.Duplicate":
    case "WeiboError.AlreadySo":
    case "WeiboError.AcceptedSlowly":
      return new Reading.TryLater(facts(error))
  }
}

const facts = (error: { readonly code: number; readonly detail: string }) => ({
  code: String(error.code),
  detail: error.detail
})

/** Weibo answers no `Retry-After`; its quotas are counted by the hour and by the day. */
const pause = ({ after, code }: RateLimited): Duration.Duration => after ?? Duration.minutes(code === 20016 ? 10 : 60)
