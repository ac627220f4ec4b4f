/** A desk whose people sign in at their company; `sign-in.test.ts` sees where a page leads whoever is not signed in. */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Desk, Door, TokenDoor } from "@dualops/desk"
import { OidcDoor } from "@dualops/desk/oidc"
import { Effect, Layer, Redacted, Result } from "effect"

const text = readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))

/** What comes from the environment elsewhere. */
const environment = { CLIENT: "the secret of the client", COOKIES: "the secret of the cookies" }

// #region oidc
/** Whose account is whose: by `sub`, which never becomes somebody else's. */
const people: Readonly<Record<string, string>> = { "00u1a2b3": "lin", "00u4c5d6": "zhou" }

const signIn = OidcDoor.make({
  issuer: "https://login.example.com",
  clientId: "desk",
  clientSecret: Redacted.make(environment.CLIENT),
  origin: "https://desk.example.com",
  secret: Redacted.make(environment.COOKIES),
  person: ({ sub }) => people[sub]
})

const desk = Effect.gen(function* () {
  const { around, door } = yield* signIn
  const handler = yield* Desk.handler({ processes: Practices.processes(), origin: "https://desk.example.com" }).pipe(
    // Programs have tokens, as before.
    Effect.provide(Door.layer(door, TokenDoor.make(Effect.succeed([]))))
  )
  return around(handler)
})
// #endregion

const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
  Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer))
)

const program = Effect.gen(function* () {
  const handler = yield* desk
  const visit = new Request("https://desk.example.com/zh/search?q=tea", { headers: { accept: "text/html" } })
  const answer = yield* Effect.promise(() => handler(visit))
  return { status: answer.status, to: answer.headers.get("location") }
})

export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(answer) // => { status: 303, to: 'https://desk.example.com/sign-in?to=%2Fzh%2Fsearch%3Fq%3Dtea' }
