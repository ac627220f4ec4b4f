/** One post of one house, from its idea to its slot, for the laws about what goes wrong behind it. */
import { type Content, type Post, PostCarriers, PostProcess, type Publisher } from "@dualops/core/content"
import { Carrier, Operations, type Worker } from "@dualops/core/operations"
import { Actor, Allowance, Case, Notify } from "@dualops/core/process"
import { type DateTime, Duration, Effect } from "effect"
import * as house from "../house.ts"

const author = Actor.PersonId.make("author")
export const lead = Actor.PersonId.make("lead")

export const settings: Post.Settings = {
  review: { approvers: [lead], needs: "any", within: Allowance.always("1 hour") },
  lead,
  attention: Allowance.always("1 day"),
  tolerance: Duration.minutes(30),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(2), times: 4 },
  rules: { route: "share", safeDomains: ["brand.example"] }
}

export const work: Worker.Work<Carrier.AnyCarrier<Publisher.Publisher>> = {
  processes: [PostProcess],
  carriers: [...PostCarriers.carriers, Carrier.make(Notify.notify, () => Effect.succeed({}))]
}

export const id = Case.CaseId.make("monday")
const content: Content.Content = { text: house.text(1), pictures: [] }

type Step = "Compose" | "Submit" | "Approve" | "Schedule" | "Find" | "GiveUp" | "TakeDown" | "FindGone" | "FindStanding"
type Order = Operations.Order<typeof PostProcess, Step>
let orders = 0
/** One of the steps above with its input: together they are an order. */
export const order = (by: Actor.PersonId, what: Pick<Order, "step" | "input">) =>
  Operations.send(PostProcess, { key: `order ${++orders}`, case: id, by: Actor.person(by), ...what } as Order)

export const begin = (slot: DateTime.Utc) =>
  Effect.gen(function* () {
    yield* order(author, { step: "Compose", input: { account: house.brand, content, slot } })
    yield* order(author, { step: "Submit", input: {} })
    yield* order(lead, { step: "Approve", input: {} })
    yield* order(lead, { step: "Schedule", input: { slot } })
  })
