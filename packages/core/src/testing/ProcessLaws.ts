/**
 * What every process obeys, whatever it is about: a process gets these tests for one line.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { assertEquals, assertTrue } from "@effect/vitest/utils"
import { DateTime, Result, Schema } from "effect"
import * as fc from "fast-check"
import type { Moment } from "../calendar/Moment.ts"
import { answerable, clock, person, world } from "../process/Actor.ts"
import type { Case } from "../process/Case.ts"
import { isPersonal, leadsTo } from "../process/Declaration.ts"
import { type Due, due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import { OutOfOrder } from "../process/Refusal.ts"
import * as Soundness from "../process/Soundness.ts"
import * as Coverage from "./Coverage.ts"
import * as EveryRun from "./EveryRun.ts"
import * as Move from "./Move.ts"
import * as Suspension from "./Suspension.ts"
import * as Traces from "./Traces.ts"

/** What the laws are tried on. */
export interface Options<P extends Process.Any> extends Traces.Cast<P> {
  /** How many random runs the laws are tried on; 200 unless said otherwise, here or in fast-check's own configuration. */
  readonly runs?: number
}

/** The laws of one process. */
export const suite = <P extends Process.Any>(name: string, process: P, options: Options<P>): void => {
  const everyRun = EveryRun.of(process, options, options.runs)
  const law = (title: string, holds: (trace: Traces.Trace<P>) => void) => it(title, () => everyRun(holds))

  describe(`Laws of ${name}`, () => {
    it("it is sound", () => assert.deepStrictEqual(Soundness.check(process), []))

    it("random runs come to every state, take every step, and come by it to every state that it names", () => {
      const runs = fc.sample(Traces.arbitrary(process, options), { numRuns: 500, seed: 1 })
      assert.deepStrictEqual(Coverage.missing(Coverage.measure(process, runs)), [])
    })

    law("the same history and the same attempt have the same answer", ({ history, tried }) => {
      for (const { answer, attempt, before } of tried) {
        const replayed = Process.replay(process, history.slice(0, before?.version ?? 0))
        assertEquals(replayed, before)
        assertEquals(Process.accept(process, replayed, attempt), answer)
      }
    })

    const declared = Schema.decodeUnknownSync(Schema.toType(process.state), strictly)
    law("a step leads where it says, and the case has the fields of its state and no others", ({ tried }) => {
      for (const { after, answer, attempt, before } of tried) {
        const step = process.steps[attempt.step]
        if (Result.isFailure(answer) || after === undefined || step === undefined) continue
        assert.include(leadsTo(step, before?.state._tag ?? ""), after.state._tag)
        declared(after.state)
      }
    })

    law("its events survive storage", ({ history }) => {
      const read = stored(Schema.Array(process.event), history)
      assertEquals<ReadonlyArray<unknown>>(read, history)
      // What was read has just been found equal to events of this process.
      assertEquals(Process.replay(process, read as typeof history), Process.replay(process, history))
    })

    law("what it asks for survives storage, under a key of its own", (trace) => {
      const actions = takenOf(trace).flatMap(({ after, event }) => Process.actions(process, after, event))
      for (const { name, request } of actions) {
        const kind = process.actions[name]
        assertTrue(kind !== undefined)
        assertEquals(stored(kind.request, request), request)
      }
      assert.strictEqual(new Set(actions.map(({ key }) => key)).size, actions.length)
    })

    law("what comes back from outside survives storage, and is what its step is told", ({ tried }) => {
      for (const [action, { done }] of Object.entries(process.outcomes)) {
        const kind = process.actions[action]
        assertTrue(kind !== undefined)
        for (const { attempt } of tried) {
          if (done !== undefined && attempt.step === done)
            assertEquals(stored<unknown>(kind.done, attempt.input), attempt.input)
        }
      }
    })

    for (const [sentence, holds] of Object.entries(process.invariants)) {
      law(sentence, (trace) => {
        // An invariant takes the states of its own process.
        for (const { after } of takenOf(trace)) assertTrue(holds(after.state as never))
      })
    }

    law("nobody does both halves of what two people must do, in whosever place", ({ history }) => {
      for (const [one, other] of process.separate) {
        const others = new Set(hands(history, other))
        assert.deepStrictEqual(
          hands(history, one).filter((somebody) => others.has(somebody)),
          []
        )
      }
    })

    law("only who was entitled then took a step, and only the clock, the world and children took theirs", (trace) => {
      for (const { at, by, step } of trace.history) {
        const needs = process.steps[step]?.by
        const may =
          by._tag === "Person"
            ? isPersonal(needs) && trace.rulebook.entitled(by, needs, at)
            : needs === by._tag.toLowerCase()
        assertTrue(may, `${step} by ${by._tag}`)
      }
    })

    law("a case keeps to the edition of the handbook that it began under", ({ history }) => {
      for (const { handbook } of history) assert.strictEqual(handbook, history[0]?.handbook)
    })

    law("its events are numbered from 1 without a gap, and time never runs backwards", ({ history }) => {
      for (const [index, { at, version }] of history.entries()) {
        assert.strictEqual(version, index + 1)
        assertTrue(DateTime.isGreaterThanOrEqualTo(at, history[index - 1]?.at ?? at))
      }
    })

    law("what is suspended is refused to people and the clock, except to whom it excepts", ({ tried }) =>
      Suspension.refuses(process, tried)
    )

    law("a case that is over refuses everything", (trace) => {
      const last = trace.tried.at(-1)?.after
      if (last === undefined || !Process.isOver(process, last)) return
      for (const by of [
        ...options.people.map(person),
        ...Object.keys(process.deadlines).map((one) => clock(one)),
        world,
        ...Move.newsOf(process)
      ]) {
        for (const step of Move.stepNames(process)) {
          const refusal = Process.closed(process, last, step, { ...trace.rulebook, case: last.id, by, at: last.at })
          assertEquals<unknown>(refusal, new OutOfOrder({ step, state: last.state._tag }))
        }
      }
    })

    law(
      "a deadline begins anew only when it has fired itself, or the case comes back to where it runs",
      ({ tried }) => {
        const names = Object.keys(process.deadlines)
        for (const { after, answer, before } of tried) {
          if (Result.isFailure(answer) || after === undefined || before === undefined) continue
          const { by } = answer.success
          for (const [index, name] of names.entries()) {
            const [old, now] = [before.clocks[index], after.clocks[index]]
            if (old === undefined || now === undefined) continue
            const fires = by._tag === "Clock" && by.deadline === name
            const unpaused = { ...old, pauses: [] }
            assertEquals(
              { ...now, pauses: [] },
              fires ? { ...unpaused, fired: old.fired + 1, last: after.at } : unpaused
            )
          }
        }
      }
    )

    law("a case that is not over waits for a deadline, and whatever runs out can fire, each rung once", (trace) => {
      for (const { after } of takenOf(trace)) {
        if (Process.isOver(process, after)) continue
        const deadlines = due(process, after, trace.rulebook.settings, trace.calendars)
        assertTrue(deadlines.length > 0, `Nothing is due in ${after.state._tag}.`)
        for (const { at, name } of deadlines) {
          const now = DateTime.max(at, after.at)
          let next = after
          // Several rungs of it may have run out by then, each of which fires.
          for (let fired = 0; ; fired++) {
            const all = due(process, next, trace.rulebook.settings, trace.calendars)
            const over = all.find((one) => one.name === name && DateTime.isLessThanOrEqualTo(one.at, now))
            if (over === undefined) break
            assertTrue(fired < mostRungs, `${name} is due in ${next.state._tag} as soon as it has fired.`)
            next = fire(process, trace, next, over, now)
          }
        }
      }
    })
  })
}

const strictly = { onExcessProperty: "error" } as const

/** Written to a store and read from it again: nothing may be lost on the way. */
const stored = <A>(schema: Schema.Codec<A, unknown>, value: A): A => {
  const json = Schema.fromJsonString(schema)
  return Schema.decodeSync(json, strictly)(Schema.encodeSync(json, strictly)(value))
}

/** What was taken of all that was tried, and where it has led. */
const takenOf = <P extends Process.Any>({ tried }: Traces.Trace<P>) =>
  tried.flatMap(({ after, answer }) =>
    Result.isSuccess(answer) && after !== undefined ? [{ event: answer.success, after }] : []
  )

/** Everybody who had a hand in such a step, or in whose place it was taken. */
const hands = <P extends Process.Any>(history: ReadonlyArray<Process.EventOf<P>>, step: string) =>
  history.flatMap(({ by, step: taken }) => (taken === step && by._tag === "Person" ? answerable(by) : []))

/** A deadline that fires more often at one moment fires for ever. */
const mostRungs = 20

/** The case after a deadline has fired its step. */
const fire = <P extends Process.Any>(
  process: P,
  { rulebook }: Traces.Trace<P>,
  current: Case<Process.StateOf<P>>,
  { fires, name, rung }: Due,
  at: Moment
): Case<Process.StateOf<P>> => {
  // A deadline fires a step of its own process, and the clock is told nothing.
  const step = fires as Process.StepOf<P>
  const by = clock(name, rung)
  const answer = Process.accept(process, current, { ...rulebook, case: current.id, step, input: {}, by, at })
  if (Result.isFailure(answer)) throw new Error(`${step} fires in ${current.state._tag} and is refused.`)
  return Process.evolve(process, current, answer.success)
}
