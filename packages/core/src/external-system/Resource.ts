/**
 * What the company has that can feed the account: people who answer, news told in time, places to show the link, prizes, money.
 *
 * @module
 */

import { Schema } from "effect"
import { CalendarDate } from "../calendar/CalendarDate.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import * as Name from "../finding/Name.ts"
import { PersonId } from "../process/Actor.ts"
import { Allowance } from "../process/Allowance.ts"
import * as Tag from "../process/Tag.ts"

/** The name of a resource of the external system. */
export const ResourceId = Schema.NonEmptyString.annotate({
  ...Name.of({ zh: "资源", en: "resource" }),
  ...Tag.as("resource")
}).pipe(Schema.brand("ResourceId"))
/** The name of a resource of the external system. */
export type ResourceId = typeof ResourceId.Type

/** Whose resource it is, how soon they promised to answer, and who vouches for that promise. */
export const Commitment = Schema.Struct({
  owner: PersonId.annotate(Name.counted).annotateKey({ description: "Whose it is, and who answers a request for it." }),
  sponsor: PersonId.annotate(Name.counted).annotateKey({
    description: "Who vouches for the answer, and is told when there is none."
  }),
  answers: Allowance.annotateKey({ description: "How soon the owner answers a request for it." })
})
/** Whose resource it is, how soon they promised to answer, and who vouches for that promise. */
export type Commitment = typeof Commitment.Type

/** The kinds of resources. */
export const Kind = Schema.Literals([
  "customer service",
  "notice",
  "members",
  "own channel",
  "advertising",
  "prizes",
  "knowledge",
  "sponsorship"
]).annotate({
  description:
    "customer service that puts Weibo first, notice ahead of launches, members, an own channel (website, mail, brochure, shop), advertising, prizes, knowledge, sponsorship."
})
/** The kinds of resources. */
export type Kind = typeof Kind.Type

/** A resource. Which needs it meets is written with the needs. */
export const Resource = Schema.Struct({
  title: Bilingual,
  kind: Kind,
  ...Commitment.fields,
  use: Bilingual.annotateKey({ description: "How the account uses it." }),
  hook: Schema.optionalKey(Bilingual).annotateKey({
    description:
      "Where it and the account meet: the link in the footer, the queue in the ticket system, a line of the launch checklist."
  }),
  usedSince: Schema.optionalKey(CalendarDate).annotateKey({ description: "Left out: it is not used yet." }),
  reaches: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000_000_000 }))).annotateKey({
    description: "How many people it reaches: members, readers, visitors a month."
  })
})
/** A resource. */
export type Resource = typeof Resource.Type
