/**
 * The account asks the company for something: a launch date, a prize, an answer only an engineer knows.
 *
 *     Asked ─Grant→ Granted        silence leads from Asked to Escalated, where the resource's sponsor may answer as well
 *       └──Refuse→ Refused
 *
 * The words stand here; the rules in `ResourceRequestProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual, same } from "../finding/Bilingual.ts"
import { PersonId } from "../process/Actor.ts"
import { notify } from "../process/Notify.ts"
import { define } from "../process/Process.ts"
import type { Called } from "../process/Reader.ts"
import { Commitment, ResourceId } from "./Resource.ts"

/** What a resource is called, and what was promised of it. */
export const Promised = Schema.Struct({ ...Commitment.fields, title: Schema.optionalKey(Bilingual) })

const request = {
  resource: ResourceId,
  need: Schema.NonEmptyString,
  askedBy: PersonId,
  ...Commitment.fields,
  /** What the resource is called. */
  named: Schema.optionalKey(Bilingual)
}

/** The builders of the process, with its words. */
export const resourceRequest = define("ResourceRequest", {
  title: { zh: "资源请求", en: "request" },
  settings: {
    resources: Schema.Record(ResourceId, Promised),
    /** Who is told where the sponsor is not there, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId))
  },
  states: {
    Asked: { title: { zh: "已提出", en: "asked" }, ...request },
    Escalated: { title: { zh: "已上报", en: "escalated" }, ...request },
    Granted: { title: { zh: "已同意", en: "granted" }, ...request, terms: Schema.String },
    Refused: { title: { zh: "已拒绝", en: "refused" }, ...request, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...request }
  },
  actions: { notify }
})

/** What a handbook says of resources. */
export const Settings = resourceRequest.Settings
/** What a handbook says of resources. */
export type Settings = typeof Settings.Type
/** Where a request stands. */
export type State = typeof resourceRequest.State.Type

/** The handbook knows no such resource. */
export class UnknownResource extends Schema.TaggedError<UnknownResource>()("ResourceRequest.UnknownResource", {
  resource: ResourceId
}) {
  get said(): Bilingual {
    return {
      zh: `手册里没有资源「${this.resource}」。`,
      en: `The handbook knows no resource ${this.resource}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Only the owner of the resource may answer, and its sponsor once the owner has been silent too long. */
export class NotTheirs extends Schema.TaggedError<NotTheirs>()("ResourceRequest.NotTheirs", {
  person: PersonId,
  resource: ResourceId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `「${this.resource}」不归 ${called(this.person)} 答复。`,
      en: `${this.resource} is not ${called(this.person)}'s to give.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What the owner reads. */
export const asked = ({ askedBy, need, resource, named = same(resource) }: State, called: Called): Bilingual => ({
  zh: `${called(askedBy)} 需要「${named.zh}」：${need}`,
  en: `${called(askedBy)} needs “${named.en}”: ${need}`
})

/** What the sponsor reads. */
export const unanswered = (request: State, called: Called): Bilingual => {
  const { askedBy, named = same(request.resource), need, owner } = request
  return {
    zh: `${called(owner)} 未答复 ${called(askedBy)} 对「${named.zh}」的请求：${need}`,
    en: `${called(owner)} has not answered ${called(askedBy)}, who needs “${named.en}”: ${need}`
  }
}
