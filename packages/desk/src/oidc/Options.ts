/**
 * What a sign-in by OpenID Connect has to be told.
 *
 * @module
 */
import type { Duration, Redacted } from "effect"
import type { CustomFetch, IDToken } from "openid-client"

/** The provider, the desk, and who is who. */
export interface Options {
  /** The issuer, such as `https://login.example.com`; what it offers is discovered there. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted<string>
  /** The origin of the desk as browsers see it; cookies are for `https:` alone, unless this is this machine. */
  readonly origin: string
  /** The path below which the desk is mounted, as the desk was told. */
  readonly base?: string
  /** By which cookies are sealed: the same for every program behind one address, 16 characters at least. */
  readonly secret: Redacted.Redacted<string>
  /**
   * The person of the handbook that an account is, by what the provider says of it; nothing for an account that nobody knows. `sub` is the only claim that
   * never becomes somebody else's; whoever goes by `email` asks whether it is verified.
   */
  readonly person: (claims: IDToken) => string | undefined
  /** What is asked for; `openid` where it is left out. */
  readonly scope?: string
  /** Whoever does nothing for so long signs in again: two hours. */
  readonly idle?: Duration.Input
  /** Whoever signed in so long ago does as well: twelve hours. */
  readonly longest?: Duration.Input
  /** How the provider is asked, where it is not by `fetch` itself. */
  readonly fetch?: CustomFetch
}
