/**
 * What can go wrong with one call, and whether the world has changed when it does.
 *
 * @module
 */

/** How a call goes wrong instead of being answered. */
export type Manner = "silence" | "reset" | "unavailable" | "truncated" | "slow" | number

/** A fault: whether the call still takes effect, perhaps late, and what the caller sees. A number is Weibo's `error_code`. */
export interface Fault {
  readonly effect: boolean | "late"
  readonly manner: Manner
}

/** The faults that have a name. */
export const named = {
  "timeout before": { effect: false, manner: "silence" },
  "timeout after": { effect: true, manner: "silence" },
  "timeout, then effect": { effect: "late", manner: "reset" },
  "reset before": { effect: false, manner: "reset" },
  "reset after": { effect: true, manner: "reset" },
  "unavailable before": { effect: false, manner: "unavailable" },
  "unavailable after": { effect: true, manner: "unavailable" },
  truncated: { effect: true, manner: "truncated" },
  slow: { effect: true, manner: "slow" },
  "accepted slowly": { effect: true, manner: 20032 },
  "rpc error after": { effect: true, manner: 10011 },
  repeat: { effect: false, manner: 20019 },
  "too many posts": { effect: false, manner: 20016 },
  "address quota": { effect: false, manner: 10022 },
  "user quota": { effect: false, manner: 10023 },
  "interface quota": { effect: false, manner: 10024 },
  "token expired": { effect: false, manner: 21327 },
  busy: { effect: false, manner: 10009 },
  "illegal content": { effect: false, manner: 20021 }
} as const satisfies Readonly<Record<string, Fault>>

/** The name of a fault. */
export type Name = keyof typeof named

/** Every name. */
// Object.keys widens to string; these are the keys of the table above.
export const names = Object.keys(named) as ReadonlyArray<Name>
