/**
 * What the API says, as schemas: cases, offers, events and problems.
 *
 * @module
 */
import { Bilingual, Finding } from "@dualops/core/finding"
import { Schema } from "effect"
import { ProblemDetails } from "effect/http"
import { HttpApiSchema } from "effect/http-api"

const Said = Bilingual.Bilingual
const Named = Schema.Struct({ name: Schema.String, title: Said })
const Moment = Schema.String.annotate({ format: "date-time" })

/** What the clock of a deadline shows. */
export const Clock = Schema.Struct({
  deadline: Schema.String,
  title: Said,
  state: Schema.Literals(["running", "paused"]),
  rung: Schema.Int,
  due: Schema.optionalKey(Moment),
  usedMinutes: Schema.Finite,
  /** The time there is, and the calendar that it counts on; left out where the case itself names the moment. */
  allowance: Schema.optionalKey(Schema.Struct({ minutes: Schema.Finite, calendar: Schema.String }))
})

/** A case as it is read. */
export const CaseJson = Schema.Struct({
  process: Named,
  id: Schema.String,
  version: Schema.Int,
  state: Named,
  about: Schema.Struct({ zh: Schema.String, en: Schema.String }),
  partOf: Schema.optionalKey(Said),
  parent: Schema.optionalKey(Schema.Struct({ process: Schema.String, case: Schema.String })),
  promised: Schema.optionalKey(Said),
  due: Schema.optionalKey(Moment),
  clocks: Schema.Array(Clock)
}).annotate({ identifier: "Case" })

/** A step that the person may take now; the JSON Schema (2020-12) of its input is what an order of it may say, and `opensWith` what it begins with. */
export const OfferJson = Schema.Struct({
  process: Named,
  step: Named,
  needs: Schema.String,
  case: Schema.optionalKey(Schema.Struct({ id: Schema.String, version: Schema.Int })),
  accounts: Schema.Array(Schema.String),
  timeZone: Schema.String,
  input: Schema.Json,
  opensWith: Schema.optionalKey(Schema.Json)
}).annotate({ identifier: "Offer" })

/** A case of the desk, and the names of the steps that the person may take in it. */
export const TaskJson = Schema.Struct({ case: CaseJson, steps: Schema.Array(Named) }).annotate({ identifier: "Task" })

/** An event as the log has it. */
export const EventJson = Schema.Json

/** A page of a list; `next` is what to ask for the next one with, and is left out with the last. */
export const pageOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Struct({ items: Schema.Array(item), next: Schema.optionalKey(Schema.String) })

/** What is told of a step that was taken. */
export const Taken = Schema.Struct({
  process: Schema.String,
  case: Schema.String,
  version: Schema.Int,
  state: Named
}).annotate({
  identifier: "Taken"
})

/** What an order says beside its address and its key. */
export const Order = Schema.Struct({
  input: Schema.optionalKey(Schema.Json),
  /** How many events the case has to have: whoever decides by what they have seen says it. */
  expected: Schema.optionalKey(Schema.Int),
  /** The account for which a case begins whose input names none. */
  account: Schema.optionalKey(Schema.String)
})

/** What came of trying an order: whether it would be taken, why not, and what the rules hold against what is written. */
export const Checked = Schema.Struct({
  isTaken: Schema.Boolean,
  /** Why it would not be: its tag, and its words. */
  refusal: Schema.optionalKey(Schema.Struct({ title: Schema.String, detail: Schema.String, said: Said })),
  findings: Schema.Array(Finding.Finding)
}).annotate({ identifier: "Checked" })

/** A picture that was put on the shelf: what an order says of it. */
export const PictureJson = Schema.Struct({
  source: Schema.String,
  format: Schema.String,
  bytes: Schema.Int,
  sha256: Schema.String
}).annotate({ identifier: "Picture" })

/** Why something was not done (RFC 9457): `type` has the tag of the refusal, `said` its words in both languages. */
export const problem = <const Status extends number>(status: Status) =>
  Schema.Struct({
    type: Schema.String,
    title: Schema.String,
    status: Schema.Literal(status),
    detail: Schema.String,
    said: Said,
    findings: Schema.optionalKey(Schema.Array(Finding.Finding))
  }).pipe(
    Schema.annotate({ identifier: `Problem${status}` }),
    HttpApiSchema.status(status),
    HttpApiSchema.asJson({ contentType: ProblemDetails.contentType })
  )

/** A problem, of any status. */
export interface Problem<Status extends number = number> {
  readonly type: string
  readonly title: string
  readonly status: Status
  readonly detail: string
  readonly said: Bilingual.Bilingual
  readonly findings?: ReadonlyArray<Finding.Finding>
}
