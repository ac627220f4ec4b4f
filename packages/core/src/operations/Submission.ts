/**
 * An order as JSON from outside: which step of which process, and what it is told. Every mistake in it is told at once, with its place.
 *
 * What nobody asked for is refused, in the order as in what a step is told, at every depth: a name with a slip in it is not passed over. Moments
 * are ISO texts that say their zone, and dates ISO texts, as in events. Who sends it is not in it: that says whoever let them in.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { Finding } from "../finding/Finding.ts"
import { echo, excerpt, nearest } from "../finding/Nearest.ts"
import { fromIssue, pathText } from "../finding/SchemaFindings.ts"
import { CaseId } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import * as Outside from "./Outside.ts"

/** No process of that name is run here. */
export class UnknownProcess extends Schema.TaggedError<UnknownProcess>()("Operations.UnknownProcess", {
  process: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `There is no process ${echo(this.process)} here: ${hint(this.process, this.known)}`
  }
}

/** The process has no step of that name. */
export class UnknownStep extends Schema.TaggedError<UnknownStep>()("Operations.UnknownStep", {
  process: Schema.String,
  step: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `${this.process} has no step ${echo(this.step)}: ${hint(this.step, this.known)}`
  }
}

/** What was sent is not what the step is told; every mistake, with its path, such as `input.slot`. */
export class BadInput extends Schema.TaggedError<BadInput>()("Operations.BadInput", {
  findings: Schema.NonEmptyArray(Finding)
}) {
  override get message() {
    return this.findings.map(({ message }) => message.en).join(" ")
  }
}

/** An order that can be sent. */
export interface Read<P extends Process.Any> {
  readonly process: P
  readonly order: {
    readonly key: string
    readonly case: CaseId
    readonly step: Process.StepOf<P>
    readonly input: Process.InputOf<P, Process.StepOf<P>>
    readonly expected?: number
    readonly account?: string
  }
}

/** Everything of an order but who sends it; a step that is told nothing needs no input. */
export const Envelope = Schema.Struct({
  process: Schema.String,
  step: Schema.String,
  case: CaseId,
  key: Schema.NonEmptyString.check(Schema.isMaxLength(Outside.longestKey)),
  input: Schema.optionalKey(Schema.Json),
  expected: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))),
  account: Schema.optionalKey(Schema.NonEmptyString)
})

/** Reads what was sent, whatever it is. */
export const read = <P extends Process.Any>(
  processes: ReadonlyArray<P>,
  sent: unknown
): Result.Result<Read<P>, UnknownProcess | UnknownStep | BadInput> => {
  const { findings: outside, json } = Outside.copyOf(sent)
  const name = fieldOf(json, "process")
  const process = processes.find((one) => one.name === name)
  if (process === undefined && typeof name === "string") {
    return Result.fail(
      new UnknownProcess({ process: excerpt(name).toWellFormed(), known: processes.map((one) => one.name) })
    )
  }
  const step = fieldOf(json, "step")
  const declared =
    typeof step === "string" && process && Object.hasOwn(process.steps, step) ? process.steps[step] : undefined
  if (declared === undefined && process !== undefined && typeof step === "string") {
    return Result.fail(
      new UnknownStep({ process: process.name, step: excerpt(step).toWellFormed(), known: Object.keys(process.steps) })
    )
  }
  const envelope = decodeEnvelope(json, strictly)
  const asked = process && declared && Process.inputOf(process, String(step))
  const input = asked && inputOf(asked)(fieldOf(json, "input") ?? {}, strictly)
  const [first, ...others] = [
    ...outside,
    ...besides(outside, [
      ...issuesOf(envelope, [], json),
      ...(input === undefined ? [] : issuesOf(input, ["input"], fieldOf(json, "input")))
    ])
  ]
  if (first !== undefined) return Result.fail(new BadInput({ findings: [first, ...others] }))
  const { account, case: id, expected, key } = Result.getOrThrow(envelope)
  return Result.succeed({
    // Without a finding all of these are there, and the step's own schema has read its input.
    process: process as P,
    order: {
      key,
      case: id,
      step: step as Process.StepOf<P>,
      input: (input && Result.getOrThrow(input)) as Process.InputOf<P, Process.StepOf<P>>,
      ...(expected !== undefined && { expected }),
      ...(account !== undefined && { account })
    }
  })
}

/** What is wrong with an order that a program has made of what a person said: texts that cannot be stored, or have no end. */
export const wrongIn = (order: {
  readonly key: string
  readonly case: string
  readonly by: { readonly _tag: string }
  readonly input: unknown
  readonly orderedBy?: unknown
}) => [
  ...Outside.text(order.key, ["key"], Outside.longestKey),
  ...Outside.text(order.case, ["case"], Outside.longestKey),
  // What the world says has happened, and is taken in as it is; and so is what a case asks in a person's name, with what fans wrote in it.
  ...(order.by._tag === "Person" && order.orderedBy === undefined ? Outside.texts(order.input, ["input"]) : [])
]

/**
 * What is wrong with the input of a program that no compiler has checked. It is asked where a step broke over its input, and not before: what has
 * been checked is not decoded again.
 */
export const mistakesIn = (
  process: Process.Any,
  step: string,
  input: unknown,
  options: { readonly onExcessProperty?: "error" } = {}
): ReadonlyArray<Finding> => {
  const declared = process.steps[step]
  if (declared === undefined) return []
  // Inputs are structs that need no service.
  const read = Schema.decodeUnknownResult(Schema.toType(declared.input as Schema.Codec<unknown, unknown>))
  return issuesOf(read(input, { errors: "all", reportInput: true, ...options }), [process.name, step, "input"], input)
}

/** Every mistake, not the first one, and nothing that nobody asked for. */
const strictly = { errors: "all", onExcessProperty: "error", reportInput: true } as const

const decodeEnvelope = Schema.decodeUnknownResult(Envelope)

type Decoding = (json: unknown, options: typeof strictly) => Result.Result<unknown, Schema.SchemaError>

const decodings = new WeakMap<object, Decoding>()

/** A step's input as JSON; made once for each step. */
const inputOf = (input: Schema.Constraint): Decoding => {
  const known = decodings.get(input)
  if (known !== undefined) return known
  // Inputs are structs that need no service.
  const made: Decoding = Schema.decodeUnknownResult(Schema.toCodecJson(input as Schema.Codec<unknown, unknown>))
  decodings.set(input, made)
  return made
}

const issuesOf = (
  decoded: Result.Result<unknown, Schema.SchemaError>,
  at: ReadonlyArray<PropertyKey>,
  sent: unknown
): ReadonlyArray<Finding> =>
  Result.isSuccess(decoded)
    ? []
    : fromIssue(decoded.failure.issue, (path) => ({ path: pathText([...at, ...path]) || "the order" }), sent).map(
        (finding) => ({
          ...finding,
          code: finding.code.replace("file/", "input/")
        })
      )

/** What has been told of a place is not told again in other words. */
const besides = (told: ReadonlyArray<Finding>, findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const paths = new Set(told.map(({ where }) => where.path))
  return findings.filter(({ where }) => !paths.has(where.path))
}

const fieldOf = (json: Schema.Json, name: string): unknown =>
  typeof json === "object" && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined

const hint = (name: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(name, known)
  return meant === undefined ? `there are ${known.join(", ") || "none"}.` : `did you mean ${meant}?`
}
