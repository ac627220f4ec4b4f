/**
 * What a robot's answer means. These robots say no with HTTP 200 as well: only the code in the answer tells whether the message is in the group.
 *
 * @module
 */
import { Writing } from "@dualops/core/operations"
import { Duration, Option, Predicate, Schema } from "effect"
import type { Answer } from "./Webhook.ts"

/** What a code means: the message itself, the robot's key or place, or the moment is refused; or nobody knows. */
export type Meaning = "message" | "robot" | "unknown" | Duration.Duration

/** The codes of a platform that are no refusal of the message itself. */
export type Codes = Readonly<Record<number, Meaning>>

/** How one platform answers. */
export interface Tongue {
  /** The fields in which it writes its code, the first that is there counts, and in which it says why. */
  readonly code: ReadonlyArray<string>
  readonly detail: ReadonlyArray<string>
  readonly codes: Codes
  /** What a code means where the words beside it decide; nothing where they do not. */
  readonly words?: (code: number, detail: string) => Meaning | undefined
}

const parse = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)))

/** Nothing where the message is in the group; else what became of it. */
export const verdict = ({ code, codes, detail, words }: Tongue, answer: Answer): Writing.Failure | undefined => {
  const body = Option.getOrUndefined(parse(answer.text))
  const said = code.map((field) => numberOf(body?.[field])).find((one) => one !== undefined)
  if (body === undefined || said === undefined) return withoutCode(answer, body)
  if (said === 0) return undefined
  const why = detail.map((field) => body[field]).find(Predicate.isString) ?? "no reason was given"
  const facts = { code: String(said), detail: why.slice(0, 300) }
  const meaning = words?.(said, why) ?? codes[said] ?? "message"
  switch (meaning) {
    case "message":
      return new Writing.Refused(facts)
    case "robot":
      return new Writing.Unauthorised(facts)
    case "unknown":
      return new Writing.Unknown(facts)
    default:
      return new Writing.TryLater({ ...facts, after: longer(meaning, answer) })
  }
}

/** Whatever answers without a code is no robot: a gateway in front of it, or somebody else. */
const withoutCode = (answer: Answer, body: Readonly<Record<string, unknown>> | undefined): Writing.Failure => {
  const facts = { code: `http-${answer.status}`, detail: `an answer without a code, with HTTP ${answer.status}` }
  // The gateway of Alibaba says "punish" and for how many seconds, with any status.
  const wait = body?.punish === undefined ? undefined : numberOf(body.wait)
  if (answer.status === 429 || wait !== undefined) {
    return new Writing.TryLater({ ...facts, after: longer(Duration.seconds(wait ?? 60), answer) })
  }
  // A request that the gateway did not understand has not got to the robot.
  return answer.status >= 400 && answer.status < 500 ? new Writing.Refused(facts) : new Writing.Unknown(facts)
}

const longer = (meant: Duration.Duration, { wait = 0 }: Answer): Duration.Duration =>
  Duration.max(meant, Duration.seconds(wait))

const numberOf = (value: unknown): number | undefined => {
  const number = Predicate.isString(value) && value.trim() !== "" ? Number(value) : value
  return Predicate.isNumber(number) && Number.isFinite(number) ? number : undefined
}
