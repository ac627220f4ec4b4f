/**
 * What there is of a family when the sky has cleared, beside what its parent has asked for: what was begun, refused, heard of and stopped, each once.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { UnclaimedOutcomeProcess } from "../attention/UnclaimedOutcomeProcess.ts"
import * as Caseload from "../operations/Caseload.ts"
import type { EventLog } from "../operations/EventLog.ts"
import * as Operations from "../operations/Operations.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { type Case, CaseId } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import { begins, isOrder } from "../process/CaseOrder.ts"
import * as Process from "../process/Process.ts"

/** What the parent has heard of its children: how many ends, and how many stations. */
export interface Told {
  readonly ends: number
  readonly stations: number
}

/** What was asked for, beside what there is. */
export const compare = Effect.fnUntraced(function* (
  process: Process.Any,
  children: ReadonlyArray<Process.Any>,
  root: CaseId,
  seed: number
): Effect.fn.Return<Told, StoreUnavailable, EventLog> {
  const all = yield* Caseload.everyCase([process, ...children])
  const history = yield* Operations.read(process, root)
  const said = (what: string) => `${what} (schedule ${seed})`
  const asked = new Map<string, string>()
  // What is asked of a case that is there already begins none, and is refused for itself.
  const isBeginning = (name: string): boolean => {
    const kind = process.actions[name]
    return kind !== undefined && isOrder(kind) && begins(kind)
  }
  let parent: Case<{ readonly _tag: string }> | undefined
  for (const event of history) {
    parent = Process.evolve(process, parent, event)
    for (const { key, name } of Process.actions(process, parent, event)) {
      if (isBeginning(name)) asked.set(caseFor(key), name)
    }
  }
  if (parent === undefined) return { ends: 0, stations: 0 }
  const isOver = Process.isOver(process, parent)
  const unclaimed = all
    .filter((one) => one.process === UnclaimedOutcomeProcess)
    .map((one) => JSON.stringify(one.case.state))
  const begun = all.filter((one) => one.case.parent?.case === root)
  assert.strictEqual(new Set(begun.map((one) => one.case.id)).size, begun.length, said("Each child is there once."))
  for (const one of begun) assert.isTrue(asked.has(one.case.id), said(`${one.case.id} was asked for.`))
  const refusals = new Set(
    Object.entries(process.outcomes).flatMap(([name, { refused }]) => (isBeginning(name) ? [refused] : []))
  )
  const refused = history.filter(({ step }) => refusals.has(step)).length
  if (!isOver) assert.strictEqual(begun.length + refused, asked.size, said("What was asked for was begun or refused."))
  assert.isAtMost(begun.length + refused, asked.size, said("Nothing was begun or refused twice."))
  const missed = history.flatMap(({ facts, step }) =>
    refusals.has(step) && Schema.is(Named)(facts) ? [facts.case] : []
  )
  assert.strictEqual(new Set(missed).size, missed.length, said("Each is refused once."))
  for (const one of missed) {
    assert.isTrue(asked.has(one) && !begun.some(({ case: { id } }) => id === one), said(`${one} was not begun.`))
  }
  let [ends, stations] = [0, 0]
  for (const { case: child, process: of } of begun) {
    const family = process.children[child.parent?.order ?? ""]
    const news = history.flatMap(({ by }) => (by._tag === "Child" && by.case === child.id ? [by.state] : []))
    assert.strictEqual(new Set(news).size, news.length, said(`${child.id} was heard of once in each state.`))
    const heard = news.filter((state) => of.final.includes(state)).length
    if (heard > 0) assert.include(of.final, news.at(-1), said(`${child.id}: nothing is heard after the end.`))
    ends += heard
    stations += news.length - heard
    const isLeft = unclaimed.some((state) => state.includes(child.id))
    if (!Process.isOver(of, child)) {
      assert.strictEqual(heard, 0, said(`${child.id} is not over.`))
      const { whenOver = "goOn" } = family ?? {}
      const stop = whenOver === "goOn" || whenOver.orElse === undefined ? undefined : of.steps[whenOver.stop]
      const goesOn = !isOver || whenOver === "goOn" || stop?.from.includes(child.state._tag) === false
      assert.isTrue(goesOn || isLeft, said(`${child.id} was stopped.`))
    } else if (!isOver && family?.ends[child.state._tag] !== null) {
      assert.isTrue(heard === 1 || isLeft, said(`${child.id} was heard of, or somebody looks.`))
    }
    assert.isAtMost(heard, 1, said(`${child.id} was heard of once.`))
    let current: Case<{ readonly _tag: string }> | undefined
    for (const event of yield* Operations.read(of, child.id)) {
      current = Process.evolve(of, current, event)
      const { _tag: state } = current.state
      if (isOver || isLeft || family?.passes?.[state] === undefined) continue
      assert.include(news, state, said(`${child.id} has come to ${state}, and that was heard of.`))
    }
  }
  return { ends, stations }
})

/** The facts of a step that keeps which order was refused. */
const Named = Schema.Struct({ case: CaseId })
