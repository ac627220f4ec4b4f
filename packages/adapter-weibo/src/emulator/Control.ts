/**
 * The emulator's own interfaces, under `/emulator/`: what happened, and what is to go wrong.
 *
 * @module
 */
import { Option, Schema } from "effect"
import type { Call } from "./Call.ts"
import * as Fault from "./Fault.ts"
import type { FaultPlan } from "./FaultPlan.ts"
import type { Desk } from "./Interfaces.ts"
import { type Answer, answer } from "./Refusal.ts"

const Name = Schema.Literals(Fault.names)
const Faults = Schema.Struct({ path: Schema.String, faults: Schema.Array(Schema.NullOr(Name)) })
const Weather = Schema.NullOr(
  Schema.Struct({
    share: Schema.Number,
    faults: Schema.Array(Name),
    paths: Schema.optionalKey(Schema.Array(Schema.String))
  })
)
const DeadToken = Schema.Struct({ token: Schema.String, code: Schema.Int })

/** Answers a call under `/emulator/`. */
export const serve = (desk: Desk, plan: FaultPlan, call: Call): Answer => {
  const given = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, act: (value: S["Type"]) => void): Answer =>
    Option.match(Schema.decodeUnknownOption(Schema.fromJsonString(schema))(call.body), {
      onNone: () => ({ status: 400, type: "text/plain", body: `${call.path} does not take this body` }),
      onSome: (value) => {
        act(value)
        return answer({ result: true })
      }
    })
  switch (`${call.method} ${call.path}`) {
    case "GET /emulator/posts":
      return answer(desk.world.happenings.filter(({ _tag }) => _tag === "Posted"))
    case "GET /emulator/happenings":
      return answer(desk.world.happenings)
    case "POST /emulator/faults":
      return given(Faults, ({ path, faults }) => plan.next(path, faults))
    case "POST /emulator/weather":
      return given(Weather, (weather) => plan.weather(weather ?? undefined))
    case "POST /emulator/dead-tokens":
      return given(DeadToken, ({ token, code }) => void desk.deadTokens.set(token, code))
  }
  return { status: 404, type: "text/plain", body: `there is no ${call.method} ${call.path}` }
}
