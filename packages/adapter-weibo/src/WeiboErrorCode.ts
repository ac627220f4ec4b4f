/**
 * What an `error_code` means for whoever called. The codes themselves stand in `WeiboErrorTable`.
 *
 * @module
 */
import * as WeiboError from "./WeiboError.ts"
import * as WeiboErrorTable from "./WeiboErrorTable.ts"

const rowByCode: ReadonlyMap<number, WeiboErrorTable.Row> = new Map(
  WeiboErrorTable.rows.flatMap((row) => row.codes.map((code): [number, WeiboErrorTable.Row] => [code, row]))
)

/** The class of a code; a code that nobody has described is `unclear`. */
export const classOf = (code: number): WeiboErrorTable.Class => rowByCode.get(code)?.class ?? "unclear"

/** What became of a call that was answered with this code. */
export const outcomeOf = (code: number): WeiboErrorTable.Outcome => WeiboErrorTable.outcomes[classOf(code)]

/** Why a code is in its class; nothing for a code that nobody has described. */
export const reasonOf = (code: number): string | undefined => rowByCode.get(code)?.because

/** What Weibo answered, as the error of its class. */
export const toError = (answer: {
  readonly code: number
  readonly detail: string
  readonly request?: string
}): WeiboError.WeiboError => {
  switch (classOf(answer.code)) {
    case "busy":
      return new WeiboError.Busy(answer)
    case "rate":
      return new WeiboError.RateLimited(answer)
    case "token":
      return new WeiboError.TokenDead(answer)
    case "permission":
      return new WeiboError.NotPermitted(answer)
    case "request":
      return new WeiboError.RequestRefused(answer)
    case "content":
      return new WeiboError.ContentRefused(answer)
    case "target":
      return new WeiboError.TargetGone(answer)
    case "duplicate":
      return new WeiboError.Duplicate(answer)
    case "already":
      return new WeiboError.AlreadySo(answer)
    case "slow":
      return new WeiboError.AcceptedSlowly(answer)
    case "unclear":
      return new WeiboError.OutcomeUnknown({
        reason: "unclear",
        detail: `${answer.code} ${answer.detail} (${reasonOf(answer.code) ?? "nobody has described this code"})`
      })
  }
}
