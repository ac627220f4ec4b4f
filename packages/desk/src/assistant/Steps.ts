/**
 * The steps of people as tools, one for each: a client asks its user for the one and not for the other, and a model is told exactly what the step is told.
 *
 * Few are on the list of an assistant, since its role in the handbook has few permissions. The kernel decides at every call, as it does for a page.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { Handbooks, Offers, Operations } from "@dualops/core/operations"
import { type Actor, Declaration, Face, type Process } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import * as Problems from "../api/Problems.ts"
import { Taken } from "../api/Words.ts"
import type { Running } from "../house/House.ts"
import * as Reach from "./Reach.ts"
import * as Told from "./Told.ts"
import { answerOf, type Tool } from "./Tool.ts"
import * as ToolName from "./ToolName.ts"
import { plain } from "./ToolSchema.ts"

/** The tools of all processes of the house. */
export const of = ({ caseload: { processes } }: Pick<Running, "caseload">): ReadonlyArray<Tool> =>
  processes.flatMap((process) =>
    Object.entries(process.steps).flatMap(([step, { by }]) =>
      Declaration.isPersonal(by) ? [toolOf(processes, process, step, by)] : []
    )
  )

const toolOf = (
  processes: ReadonlyArray<Process.Any>,
  process: Process.Any,
  step: string,
  needs: Actor.Permission
): Tool => ({
  name: ToolName.of(process.name, step),
  title: titleOf(process, step),
  description: descriptionOf(process, step, needs),
  hints: {
    readOnlyHint: false,
    destructiveHint: Reach.isOutside(process, step) || Reach.mayEnd(process, step),
    idempotentHint: true,
    openWorldHint: Reach.isOutside(process, step)
  },
  input: inputOf(process, step),
  output: answerOf(Taken),
  isFor: (today, person, at) => today.runs?.(process) !== false && today.entitled(person, needs, at),
  run: (told, person) => take(processes, process, step, told, person)
})

const titleOf = (process: Process.Any, step: string) => {
  const title = Face.step(process, step)
  return { zh: `${process.title.zh}：${title.zh}`, en: `${process.title.en}: ${title.en}` }
}

const descriptionOf = (process: Process.Any, step: string, needs: Actor.Permission): string => {
  const { from = [] } = process.steps[step] ?? {}
  const { en, zh } = titleOf(process, step)
  const apart = process.separate.flatMap((pair) =>
    pair.includes(step) ? pair.filter((other) => other !== step).map((other) => Face.step(process, other).en) : []
  )
  return [
    `${zh} · ${en}.`,
    from.length === 0
      ? "Begins a case."
      : `In a case that is ${from.map((state) => `${state} (${Face.state(process, state).zh} · ${Face.state(process, state).en})`).join(", ")}.`,
    `Needs ${needs}.`,
    ...(apart.length === 0 ? [] : [`Whoever does it does not ${apart.join(" or ")} in the same case.`]),
    ...(Reach.isOutside(process, step) ? ["It, or what follows by itself, acts outside: it cannot be unsaid."] : []),
    ...(Reach.mayEnd(process, step) ? ["The case may be over by it."] : [])
  ].join(" ")
}

/** What the tool is told: the case, what was seen of it, and what the step is told. */
const inputOf = (process: Process.Any, step: string) => {
  const begins = process.steps[step]?.from.length === 0
  const input = plain(Offers.inputOf(process, step))
  const asks = Array.isArray(input["required"]) && input["required"].length > 0
  const hasNone = Object.keys(Object(input["properties"])).length === 0
  return {
    type: "object",
    properties: {
      case: {
        type: "string",
        description: begins
          ? "A name for the new case. Left out, it is made of what is told: the same again is the same case."
          : "The id of the case."
      },
      ...(begins
        ? { account: { type: "string", description: "The account it is for, where the input names none." } }
        : {
            expected: {
              type: "integer",
              minimum: 1,
              description:
                "The version of the case that you have read. Whatever has happened since, the step is refused."
            }
          }),
      ...(hasNone ? {} : { input }),
      key: { type: "string", description: "The same key is the same order, however often it is sent. May be left out." }
    },
    required: [...(begins ? [] : ["case", "expected"]), ...(asks ? ["input"] : [])],
    additionalProperties: false
  }
}

const take = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  process: Process.Any,
  step: string,
  told: unknown,
  person: Actor.Person
) {
  const order = yield* orderOf(process, step, told, person)
  const [reader] = yield* Handbooks.seenBy(person)
  const { case: current } = yield* Effect.mapError(Operations.submit(processes, person, order), (reason) =>
    Problems.ofRefusal(process, reason, reader)
  )
  const { _tag: state } = current.state
  return {
    process: process.name,
    case: current.id,
    version: current.version,
    state: { name: state, title: Face.state(process, state) }
  }
})

/** The order that is meant. In a case it says which version was seen: so nobody approves what they have not read. */
export const orderOf = Effect.fnUntraced(function* (
  process: Process.Any,
  step: string,
  told: unknown,
  person: Actor.Person
) {
  const begins = process.steps[step]?.from.length === 0
  const {
    account,
    case: id,
    expected,
    input,
    key
  }: Meant = begins ? yield* Told.read(Begun, told) : yield* Told.read(Seen, told)
  const digest = createHash("sha256")
    .update(JSON.stringify([person.person, person.onBehalfOf, process.name, step, id, account, expected, input]))
    .digest("hex")
  return {
    process: process.name,
    step,
    case: id ?? digest.slice(0, 24),
    key: key ?? `tool ${digest}`,
    ...(input !== undefined && { input }),
    ...(expected !== undefined && { expected }),
    ...(account !== undefined && { account })
  }
})

const shared = {
  key: Schema.optionalKey(Schema.NonEmptyString),
  // What the step is told reads the kernel, by the step's own schema.
  input: Schema.optionalKey(Schema.Unknown)
}
const Begun = Schema.Struct({
  ...shared,
  case: Schema.optionalKey(Schema.NonEmptyString),
  account: Schema.optionalKey(Schema.NonEmptyString)
})
const Seen = Schema.Struct({
  ...shared,
  case: Schema.NonEmptyString,
  expected: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
})
type Meant = Partial<typeof Begun.Type & typeof Seen.Type>
