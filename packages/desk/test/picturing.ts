/**
 * Forms with pictures in tests: a desk with a shelf, the form of a post, and what of it is shown.
 *
 * @module
 */
import { MemoryPictures } from "@dualops/adapter-memory"
import { Desk } from "@dualops/desk"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { as, door, elements, formOf, get, options, origin, services, ten } from "./house.ts"

export const compose = "/zh/begin/Post/Compose"
export const list = "input.content.pictures"
export const chosen = `${list}.files`
export const text = { "input.content.text": "桂花乌龙 https://xinghe.example/tea ", "input.slot": "2026-11-24T09:30" }

export const within = <A, E, R>(body: (desk: Desk.Handler) => Effect.Effect<A, E, R>) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler(options), body)),
    Effect.scoped,
    Effect.provide(Layer.mergeAll(services, door, MemoryPictures.layer()))
  )

export const opened = (desk: Desk.Handler, person = "lin") =>
  Effect.map(get(desk, person, compose), ({ text: html }) => ({
    ...formOf(html),
    ...text,
    "input.account": "1000000001"
  }))
export const shown = (html: string) =>
  elements(html).flatMap(({ has, tag }) => (tag === "img" && has["src"] !== undefined ? [has["src"]] : []))
export const picture = (desk: Desk.Handler, person: string, at: string) =>
  Effect.promise(() => desk(new Request(`${origin}${at}`, { headers: as(person) })))
