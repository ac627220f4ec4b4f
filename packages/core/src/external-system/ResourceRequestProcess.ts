/**
 * The rules of a request for a resource, as one value: an owner's silence is not an answer, so it becomes the sponsor's matter.
 *
 * @module
 */

import { Record, Result, Schema } from "effect"
import * as Bilingual from "../finding/Bilingual.ts"
import * as Label from "../finding/Label.ts"
import * as Remark from "../finding/Remark.ts"
import { authority, PersonId } from "../process/Actor.ts"
import type { Circumstances } from "../process/Declaration.ts"
import { nextOf } from "../process/Presence.ts"
import type { Reading } from "../process/Reader.ts"
import { type Commitment, ResourceId } from "./Resource.ts"
import * as Request from "./ResourceRequest.ts"

const { deadline, start, process, stay, step } = Request.resourceRequest

const Ask = start({
  title: { zh: "提出", en: "ask" },
  to: ["Asked"],
  by: "planning.ask",
  input: { resource: ResourceId, need: Schema.NonEmptyString.annotate(Label.of({ zh: "需要什么", en: "need" })) },
  facts: { resource: ResourceId, need: Schema.NonEmptyString, promise: Request.Promised },
  decide: ({ need, resource }, { settings }) =>
    Result.map(
      Result.fromOption(Record.get(settings.resources, resource), () => new Request.UnknownResource({ resource })),
      (promise) => ({ resource, need, promise })
    ),
  evolve: ({ by, facts: { need, promise, resource } }) => {
    const { answers, owner, sponsor, title } = promise
    const named = title && { named: title }
    return { _tag: "Asked", resource, need, askedBy: by.person, owner, sponsor, answers, ...named }
  },
  performs: { notify: (request, _, { called }) => ({ to: request.owner, message: Request.asked(request, called) }) }
})

const Grant = step({
  title: { zh: "同意", en: "grant" },
  from: ["Asked", "Escalated"],
  to: ["Granted"],
  by: "resource.answer",
  input: { terms: Schema.String.annotate(Label.of({ zh: "条件", en: "terms" })) },
  unless: (request, { by }) => notTheirs(request, authority(by))
})

const Refuse = step({
  title: { zh: "拒绝", en: "refuse" },
  from: ["Asked", "Escalated"],
  to: ["Refused"],
  by: "resource.answer",
  input: { reason: Remark.Reason },
  unless: (request, { by }) => notTheirs(request, authority(by))
})

const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Asked", "Escalated"],
  to: ["Withdrawn"],
  by: "planning.ask"
})

/** Whoever is there is told in the sponsor's place. */
const upwards = {
  facts: { to: Schema.optionalKey(PersonId) },
  decide: (
    { sponsor }: Request.State,
    _input: unknown,
    { presence, settings: { others = [] } }: Circumstances<Request.Settings>
  ) => Result.succeed({ to: nextOf([sponsor, ...others], presence) }),
  performs: {
    notify: (
      request: Request.State,
      { facts }: { readonly facts: { readonly to?: PersonId } },
      { called }: Reading
    ) => ({ to: facts.to ?? request.sponsor, message: Request.unanswered(request, called) })
  }
}

const Escalate = step({
  title: { zh: "上报", en: "escalate" },
  from: ["Asked"],
  to: ["Escalated"],
  by: "clock",
  evolve: (request) => ({ ...request, _tag: "Escalated" }),
  ...upwards
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Escalated"],
  by: "clock",
  ...upwards
})

const notTheirs = (request: Extract<Request.State, { _tag: "Asked" | "Escalated" }>, person: Commitment["owner"]) =>
  person === request.owner || (request._tag === "Escalated" && person === request.sponsor)
    ? undefined
    : new Request.NotTheirs({ person, resource: request.resource })

/** A request for a resource of the company. */
export const ResourceRequestProcess = process({
  about: ({ need }) => Bilingual.same(need),
  promised: ({ askedBy, owner }, called) => ({
    zh: `${called(owner)} 应答复 ${called(askedBy)}`,
    en: `${called(owner)} owes ${called(askedBy)} an answer`
  }),
  awaits: (request) =>
    request._tag === "Asked" ? [request.owner] : request._tag === "Escalated" ? [request.owner, request.sponsor] : [],
  steps: { Ask, Grant, Refuse, Withdraw, Escalate, Remind },
  final: ["Granted", "Refused", "Withdrawn"],
  deadlines: {
    answer: deadline({
      title: { zh: "答复承诺", en: "answer" },
      while: ["Asked"],
      within: (_, request) => request.answers,
      fires: "Escalate"
    }),
    sponsor: deadline({
      title: { zh: "上级答复", en: "answer of the sponsor" },
      while: ["Escalated"],
      within: (_, request) => request.answers,
      fires: "Remind"
    })
  },
  separate: [["Ask", "Grant"]]
})
