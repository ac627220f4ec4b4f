/**
 * What has happened in a case, as sentences: who did what, when, where it has led, and what was said.
 *
 * @module
 */
import { Operations } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import { type Actor, type Case, Face, Process, Reader } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import * as Fields from "../form/Fields.ts"
import * as Shown from "../form/Shown.ts"

/** Something that has happened, and how many events the case had with it. */
export interface Happened {
  readonly version: number
  readonly card: Page.Card
}

/** Everything that has happened, the last first. */
export const of = Effect.fnUntraced(function* (process: Process.Any, id: Case.CaseId, reader: Reader.Reader) {
  const events = yield* Operations.read(process, id)
  const written = writtenFor(reader)
  let current: Case.Case<Case.Tagged> | undefined
  const all: Array<Happened> = []
  for (const event of events) {
    const before = current?.state._tag
    current = Process.evolve(process, current, event)
    const { _tag: state } = current.state
    all.push({ version: event.version, card: cardOf(process, event, before === state ? undefined : state, written) })
  }
  return all.reverse()
})

/** How moments and people are written for those who read. */
export const writtenFor = (reader: Reader.Reader): Shown.Written => {
  const { called = (name) => name } = reader
  return { called, time: Reader.timeFor(reader) }
}

/** An event as a card, with the state that it has led to where that is another one. */
export const cardOf = (
  process: Process.Any,
  { at, by, facts, step }: Case.Event,
  led: string | undefined,
  written: Shown.Written
): Page.Card => {
  const declared = process.steps[step]
  const who = Face.actor(process, by, written.called)
  const said =
    declared === undefined ? [] : Shown.facts(Fields.of(declared.facts), jsonOf(declared.facts, facts), written)
  return {
    tone: "plain",
    title: [
      { strong: written.time(at) },
      sentence(by, who, Face.step(process, step)),
      ...(led === undefined ? [] : [{ badge: Face.state(process, led), tone: "plain" as const }])
    ],
    lines: said.map(([label, text]) => [
      { zh: `${label.zh}：`, en: `${label.en}:` },
      ...(Array.isArray(text) ? text : [text])
    ])
  }
}

const sentence = (by: Actor.Actor, who: ReturnType<typeof Face.actor>, what: ReturnType<typeof Face.step>) =>
  by._tag === "Person"
    ? { zh: `${who.zh}：${what.zh}`, en: `${who.en}: ${what.en}` }
    : { zh: `${who.zh}，于是${what.zh}`, en: `${who.en}: ${what.en}` }

/** What an event says, as JSON: its facts have been read by this very schema, which needs no service. */
const jsonOf = (schema: Schema.Constraint, facts: unknown): unknown =>
  Schema.encodeSync(Schema.toCodecJson(schema as Schema.Codec<unknown>))(facts)
