/**
 * Everything that answering a call depends on.
 *
 * @module
 */
import type { Quota } from "@dualops/core/planning"
import type { Call } from "./Call.ts"
import type { Meter } from "./QuotaMeter.ts"
import type { Answer } from "./Refusal.ts"
import type { Account, World } from "./World.ts"

/** What Weibo knows of the app. */
export interface App {
  readonly key: string
  readonly secret: string
  /** Hosts that are registered with the app and approved. */
  readonly safeDomains: ReadonlyArray<string>
  /** The ways to write a post that are granted to the app. */
  readonly routes: ReadonlyArray<"share" | "update" | "upload" | "business">
  /** The address that is registered for the answer of OAuth2; another is refused. */
  readonly redirect: string
  /** Paths beyond the ordinary that are granted to the app, `/2/short_url/shorten.json` for one. */
  readonly advanced: ReadonlyArray<string>
}

/** A token that was handed out: whose it is, and how long it is good. */
export interface Issued {
  readonly uid: string
  readonly createdAt: number
  readonly expiresAt: number | undefined
}

/** Everything that answering a call depends on. */
export interface Desk {
  readonly world: World
  readonly app: App
  readonly limits: Quota.Limits
  readonly meter: Meter
  /** Whether the same text is taken twice in a row, as it must not be relied on that Weibo notices. */
  readonly takesRepeats: boolean
  readonly tokens: Map<string, Issued>
  /** Tokens that are no good any more, and the code that says why. */
  readonly deadTokens: Map<string, number>
  /** The links that were shortened by a call, by their short forms. */
  readonly shortened: Map<string, string>
  /** Codes of the OAuth2 dance that wait to be exchanged, with the account and the address they are for. */
  readonly codes: Map<string, { readonly uid: string; readonly redirect: string }>
}

/** Answers one interface. */
export type Serve = (desk: Desk, account: Account, call: Call) => Answer
