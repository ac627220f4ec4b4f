/**
 * The rules of a request for a resource, as one value: an owner's silence is not an answer, so it becomes the sponsor's matter.
 *
 * @module
 */
import { Record, Result, Schema } from "effect"
import { authority } from "../process/Actor.ts"
import { Commitment, ResourceId } from "./Resource.ts"
import * as Request from "./ResourceRequest.ts"

const { deadline, opening, process, staying, step } = Request.resourceRequest

const Ask = opening({
  to: ["Asked"],
  by: "planning.ask",
  input: { resource: ResourceId, need: Schema.NonEmptyString },
  facts: { resource: ResourceId, need: Schema.NonEmptyString, promise: Commitment },
  decide: ({ need, resource }, { settings }) =>
    Result.map(
      Result.fromOption(Record.get(settings.resources, resource), () => new Request.UnknownResource({ resource })),
      (promise) => ({ resource, need, promise })
    ),
  evolve: ({ by, facts: { need, promise, resource } }) => ({
    _tag: "Asked",
    resource,
    need,
    askedBy: by.person,
    ...promise
  }),
  performs: { tell: (request) => ({ to: request.owner, message: Request.asked(request) }) }
})

const Grant = step({
  from: ["Asked", "Escalated"],
  to: ["Granted"],
  by: "resource.answer",
  input: { terms: Schema.String },
  unless: (request, { by }) => notTheirs(request, authority(by)),
  evolve: (request, { facts }) => ({ ...request, _tag: "Granted", ...facts })
})

const Refuse = step({
  from: ["Asked", "Escalated"],
  to: ["Refused"],
  by: "resource.answer",
  input: { reason: Schema.NonEmptyString },
  unless: (request, { by }) => notTheirs(request, authority(by)),
  evolve: (request, { facts }) => ({ ...request, _tag: "Refused", ...facts })
})

const Withdraw = step({
  from: ["Asked", "Escalated"],
  to: ["Withdrawn"],
  by: "planning.ask",
  evolve: (request) => ({ ...request, _tag: "Withdrawn" })
})

const Escalate = step({
  from: ["Asked"],
  to: ["Escalated"],
  by: "clock",
  evolve: (request) => ({ ...request, _tag: "Escalated" }),
  performs: { tell: (request) => ({ to: request.sponsor, message: Request.unanswered(request) }) }
})

const Remind = staying({
  from: ["Escalated"],
  by: "clock",
  performs: { tell: (request) => ({ to: request.sponsor, message: Request.unanswered(request) }) }
})

const notTheirs = (request: Extract<Request.State, { _tag: "Asked" | "Escalated" }>, person: Commitment["owner"]) =>
  person === request.owner || (request._tag === "Escalated" && person === request.sponsor)
    ? undefined
    : new Request.NotTheirs({ person, resource: request.resource })

/** A request for a resource of the company. */
export const ResourceRequestProcess = process("ResourceRequest", {
  steps: { Ask, Grant, Refuse, Withdraw, Escalate, Remind },
  final: ["Granted", "Refused", "Withdrawn"],
  deadlines: {
    answer: deadline({ while: ["Asked"], within: (_, request) => request.answers, fires: "Escalate" }),
    sponsor: deadline({ while: ["Escalated"], within: (_, request) => request.answers, fires: "Remind" })
  },
  separate: [["Ask", "Grant"]]
})
