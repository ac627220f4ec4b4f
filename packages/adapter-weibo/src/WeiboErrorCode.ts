/**
 * The table: which `error_code` means what for the caller.
 *
 * Source: Weibo's error-code page and the published lists of 282 codes; the classes of codes with a sentence of their own are
 * Weibo's ("try again", "do not resend"), the others follow from the text of the code.
 *
 * @module
 */
import * as WeiboError from "./WeiboError.ts"

/** The classes that a code can belong to, and `unclear` for those that do not say whether anything was done. */
export type Class =
  | "busy"
  | "rate"
  | "token"
  | "permission"
  | "request"
  | "content"
  | "target"
  | "duplicate"
  | "slow"
  | "unclear"

const codes: Readonly<Record<Class, ReadonlyArray<number>>> = {
  // Refused at the door: service unavailable, too many pending tasks, "try again".
  busy: [10002, 10009, 20014, 21331],
  rate: [10022, 10023, 10024, 11001, 20016, 20505],
  token: [21301, 21314, 21315, 21316, 21317, 21319, 21321, 21325, 21327, 21332, 21501],
  permission: [10004, 10005, 10006, 10013, 10014, 10026, 21322, 21324, 21326, 21330, 21335, 21337, 21338],
  request: [
    10007, 10008, 10012, 10016, 10017, 10018, 10020, 10021, 10025, 11002, 11003, 20001, 20002, 20005, 20006, 20007,
    20008, 20009, 21305, 21323, 21328, 21329
  ],
  content: [20012, 20013, 20015, 20018, 20020, 20021, 20022, 20031, 20049, 21334, 21602],
  target: [20003, 20101, 20102, 20112, 20130, 20132, 20135, 20201, 20203, 20206, 20207, 20301],
  duplicate: [20017, 20019, 20038, 20111],
  slow: [20032],
  // The house behind the door failed or ran out of time: the write may have got through.
  unclear: [10001, 10003, 10010, 10011]
}

const classByCode: ReadonlyMap<number, Class> = new Map(
  // Object.entries widens the keys to string; they are those of the table above.
  (Object.entries(codes) as ReadonlyArray<[Class, ReadonlyArray<number>]>).flatMap(([name, list]) =>
    list.map((code): [number, Class] => [code, name])
  )
)

/** The class of a code; a code that nobody has described is `unclear`. */
export const classOf = (code: number): Class => classByCode.get(code) ?? "unclear"

/** Every code of the table. */
export const known: ReadonlyArray<number> = [...classByCode.keys()]

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
    case "slow":
      return new WeiboError.AcceptedSlowly(answer)
    case "unclear":
      return new WeiboError.OutcomeUnknown({ reason: "unclear", detail: `${answer.code} ${answer.detail}` })
  }
}
