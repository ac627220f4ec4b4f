/**
 * The emulator's own interfaces, under `/emulator/`: what happened, and what is to go wrong.
 *
 * @module
 */
import { Option, Schema } from "effect"
import * as AccountPage from "./AccountPage.ts"
import type { Call } from "./Call.ts"
import type { Desk } from "./Desk.ts"
import type { Fans } from "./Fans.ts"
import * as Fault from "./Fault.ts"
import type { FaultPlan } from "./FaultPlan.ts"
import { paths } from "./Interfaces.ts"
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

const Deed = Schema.Union([
  Schema.Struct({ does: Schema.Literal("post"), fan: Schema.String, text: Schema.String }),
  Schema.Struct({ does: Schema.Literal("repost"), fan: Schema.String, post: Schema.String, text: Schema.String }),
  Schema.Struct({
    does: Schema.Literal("comment"),
    fan: Schema.String,
    post: Schema.String,
    text: Schema.String,
    answers: Schema.optionalKey(Schema.String)
  }),
  Schema.Struct({ does: Schema.Literals(["follow", "unfollow"]), fan: Schema.String, account: Schema.String }),
  Schema.Struct({ does: Schema.Literal("write"), fan: Schema.String, account: Schema.String, text: Schema.String })
])

const act = (fans: Fans, deed: typeof Deed.Type): unknown => {
  switch (deed.does) {
    case "post":
      return fans.post(deed.fan, deed.text)
    case "repost":
      return fans.repost(deed.fan, deed.post, deed.text)
    case "comment":
      return fans.comment(deed.fan, deed.post, deed.text, deed.answers)
    case "follow":
    case "unfollow":
      return void fans[deed.does](deed.fan, deed.account)
    case "write":
      return void fans.write(deed.fan, deed.account, deed.text)
  }
}

/** Answers a call under `/emulator/`. */
export const serve = (desk: Desk, plan: FaultPlan, fans: Fans, call: Call): Answer => {
  const given = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, act: (value: S["Type"]) => unknown): Answer =>
    Option.match(Schema.decodeUnknownOption(Schema.fromJsonString(schema))(call.body), {
      onNone: () => ({ status: 400, type: "text/plain", body: `${call.path} does not take this body` }),
      onSome: (value) => {
        const id = act(value)
        return answer({ result: true, ...(typeof id === "string" && { id }) })
      }
    })
  switch (`${call.method} ${call.path}`) {
    case "GET /emulator/posts":
      return answer(desk.world.happenings.filter(({ _tag }) => _tag === "Posted"))
    case "GET /emulator/happenings":
      return answer(desk.world.happenings)
    case "GET /emulator/paths":
      return answer(paths)
    case "POST /emulator/fans":
      return given(Deed, (deed) => act(fans, deed))
    case "POST /emulator/faults":
      return given(Faults, ({ path, faults }) => void plan.next(path, faults))
    case "POST /emulator/weather":
      return given(Weather, (weather) => void plan.weather(weather ?? undefined))
    case "POST /emulator/dead-tokens":
      return given(DeadToken, ({ token, code }) => void desk.deadTokens.set(token, code))
  }
  const nothing = { status: 404, type: "text/plain", body: `there is no ${call.method} ${call.path}` }
  return AccountPage.serve(desk.world, fans, call) ?? nothing
}
