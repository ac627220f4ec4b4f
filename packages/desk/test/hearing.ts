/**
 * A program that hears webhooks, in tests.
 *
 * @module
 */
import { Actor } from "@dualops/core/process"
import { NodeDesk } from "@dualops/desk/node"
import type { Subscription } from "@dualops/desk/webhooks"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { services, ten } from "./house.ts"

export const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
export const secrets = [Redacted.make(secret)] as const

export interface Heard {
  readonly headers: Record<string, string>
  readonly body: string
}

/** A receiver, and what it has heard; `answers` says with which status it answers what. */
export const receiver = Effect.fnUntraced(function* () {
  const heard: Array<Heard> = []
  const state = { answers: (_: Heard): number => 204, headers: {} }
  const url = yield* NodeDesk.serve((incoming, outgoing) => {
    let body = ""
    incoming.setEncoding("utf8").on("data", (more) => {
      body += more
    })
    incoming.on("end", () => {
      const one = { headers: incoming.headers as Record<string, string>, body }
      heard.push(one)
      outgoing.writeHead(state.answers(one), state.headers).end("x".repeat(100_000))
    })
  })
  const types = () => heard.map(({ body }) => `${JSON.parse(body).type} ${JSON.parse(body).data.case}`)
  const subscription: Subscription = { name: "crm", url, secrets, person: Actor.person("lin") }
  return { heard, types, state, subscription }
})

export const inHouse = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(Effect.andThen(body), Effect.scoped, Effect.provide(services))
