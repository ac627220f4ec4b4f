/**
 * The door behind a proxy that has signed people in: it says in a header who they are, and proves by a secret in another one that it is the proxy.
 *
 * The proxy has to take both headers out of what comes from outside. The secret is there for whoever reaches the desk past the proxy: anybody can send a
 * header.
 *
 * @module
 */
import { Effect, type Redacted } from "effect"
import { type Door, notLetIn, personOf } from "./Door.ts"
import { isSame, strong } from "./Secret.ts"

/** What the proxy sends. */
export interface Options {
  /** The header that has the person's name in the handbook. */
  readonly header: string
  /** The header that has the secret. */
  readonly secretHeader: string
  /** What only the proxy and the desk know: 16 characters at least. */
  readonly secret: Redacted.Redacted<string>
}

/** The door. */
export const make = ({ header, secret, secretHeader }: Options): Door["Service"] => {
  const known = strong(secret, "The secret of a proxy")
  const [name, proof] = [header.toLowerCase(), secretHeader.toLowerCase()]
  return {
    of: ({ headers }) => {
      if (!isSame(headers[proof] ?? "", known))
        return Effect.fail(
          // Whoever sends neither has not tried anything.
          notLetIn("it did not come by the proxy", headers[proof] || headers[name] ? "past-the-proxy" : undefined)
        )
      return Effect.map(personOf(headers[name] ?? ""), (person) => ({ person, isAmbient: true }))
    }
  }
}
