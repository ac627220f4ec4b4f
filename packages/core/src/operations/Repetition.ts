/**
 * The same order twice: which key it stands under, and how it is answered when it has been taken before.
 *
 * @module
 */
import { Effect, Equal, Option, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Process from "../process/Process.ts"
import type { EventLog } from "./EventLog.ts"
import { decode, load, read } from "./History.ts"
import type { Order, Taken } from "./Order.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The key was used for another order: another step of this case, somebody else's, or another input. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("Operations.KeyReused", {
  key: Schema.String,
  step: Schema.String,
  was: Schema.String
}) {
  override get message() {
    return `The key ${this.key} of ${this.step} was used before, for another order: ${this.was}.`
  }
  get said(): Bilingual {
    return {
      zh: "这张表单已用于另一次提交；请重新打开后再填。",
      en: "This form was sent before with other contents; open it anew."
    }
  }
}

/** What people send, what other cases order, and what happens by itself never share a key. */
export const keyOf = ({ by, key, orderedBy }: Pick<Order<Process.Any>, "by" | "key" | "orderedBy">): string =>
  orderedBy !== undefined ? `order/${key}` : by._tag === "Person" ? `person/${key}` : key

/** The answer to an order that was taken before; one under the same key that is another order is refused. */
export const answerAgain = Effect.fnUntraced(function* <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>,
  json: Schema.Json
): Effect.fn.Return<Taken<P, S>, KeyReused | StoreUnavailable, EventLog> {
  const recorded = yield* decode(process, json)
  const current = yield* load(process, order.case)
  const after =
    current?.version === recorded.version
      ? current
      : Process.replay(process, (yield* read(process, order.case)).slice(0, recorded.version))
  if (!isSameOrder(process, order, recorded) || after === undefined) {
    return yield* new KeyReused({ key: order.key, step: order.step, was: recorded.step })
  }
  // The step's name has just been compared.
  return { event: recorded as Process.EventOf<P, S>, case: after }
})

/** The same step by the same actor, and the same input. */
const isSameOrder = (
  process: Process.Any,
  { by, input, step }: Order<Process.Any>,
  recorded: Process.EventOf<Process.Any>
): boolean => {
  if (recorded.step !== step || !Equal.equals(recorded.by, by)) return false
  if (process.steps[step]?.decide === undefined) {
    // What the step leaves behind is what it is told, without what it does not ask for.
    const facts = Schema.decodeUnknownOption(Schema.toType(process.event))({
      ...recorded,
      facts: Process.asked(process, step, input)
    })
    return Equal.equals(
      Option.map(facts, (event) => event.facts),
      Option.some(recorded.facts)
    )
  }
  // A rule has made other facts of it: those that the event has kept as they were told can be compared.
  const told: Readonly<Record<string, unknown>> = Object(input)
  return Object.entries(Object(recorded.facts)).every(
    ([name, value]) => !Object.hasOwn(told, name) || Equal.equals(told[name], value)
  )
}
