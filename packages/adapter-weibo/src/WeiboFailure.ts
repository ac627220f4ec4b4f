/**
 * What a failed call means for whoever wanted something of it: four ends of a write, three of a reading.
 *
 * @module
 */
import { Reading } from "@dualops/core/content"
import { Duration } from "effect"
import type { RateLimited, WeiboError } from "./WeiboError.ts"

/** What every end of a write says. */
export interface Facts {
  readonly code: string
  readonly detail: string
}

/** The ends of a write in the words of one port: its error classes. */
export interface Ends<Refused, Unauthorised, TryLater, Unknown> {
  /** It did not happen, and would not if it were asked again. */
  readonly Refused: new (
    facts: Facts
  ) => Refused
  /** It did not happen, and a person has to renew the grant. */
  readonly Unauthorised: new (
    facts: Facts
  ) => Unauthorised
  /** It did not happen; later it may. */
  readonly TryLater: new (
    facts: Facts & { readonly after?: Duration.Duration }
  ) => TryLater
  /** Nobody knows. */
  readonly Unknown: new (
    facts: Facts
  ) => Unknown
}

/** What a failed write means, in the words of a port. */
export const ofWrite =
  <R, U, T, N>(ends: Ends<R, U, T, N>) =>
  (error: WeiboError): R | U | T | N => {
    switch (error._tag) {
      case "WeiboError.Busy":
        return new ends.TryLater(facts(error))
      case "WeiboError.RateLimited":
        return new ends.TryLater({ ...facts(error), after: pause(error) })
      case "WeiboError.Unreachable":
        return new ends.TryLater({ code: "unreachable", detail: error.detail })
      case "WeiboError.TokenDead":
        return new ends.Unauthorised(facts(error))
      case "WeiboError.NotPermitted":
      case "WeiboError.RequestRefused":
      case "WeiboError.ContentRefused":
      case "WeiboError.TargetGone":
        return new ends.Refused(facts(error))
      // It is out, or may be, and nothing says under which id: it has to be looked for.
      case "WeiboError.Duplicate":
      case "WeiboError.AlreadySo":
      case "WeiboError.AcceptedSlowly":
        return new ends.Unknown(facts(error))
      case "WeiboError.OutcomeUnknown":
        return new ends.Unknown({ code: error.reason, detail: error.detail })
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

const facts = (error: { readonly code: number; readonly detail: string }): Facts => ({
  code: String(error.code),
  detail: error.detail
})

/** Weibo answers no `Retry-After`; its quotas are counted by the hour and by the day. */
const pause = ({ after, code }: RateLimited): Duration.Duration => after ?? Duration.minutes(code === 20016 ? 10 : 60)
