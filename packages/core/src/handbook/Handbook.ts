/**
 * The handbook: everything a stand-in needs, as one value with a version. Each chapter has words of its own; this is their whole.
 *
 * `HandbookFile` reads and writes one as YAML; `Edition` is what running a process needs of one.
 *
 * @module
 */
import { Effect, Record, Result, Schema } from "effect"
import { AccountId } from "../account/AccountId.ts"
import { TimeZone } from "../calendar/TimeZone.ts"
import { WorkingCalendar } from "../calendar/WorkingCalendar.ts"
import { Need } from "../external-system/Need.ts"
import { Resource, ResourceId } from "../external-system/Resource.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { bounded, type Finding, leading } from "../finding/Finding.ts"
import { fromIssue, type Locate, pathText } from "../finding/SchemaFindings.ts"
import { Kpi, KpiId } from "../internal-system/analytics/Kpi.ts"
import { Acceptance } from "../internal-system/content/Acceptance.ts"
import { ContentMix } from "../internal-system/content/ContentMix.ts"
import { HostName } from "../internal-system/content/Link.ts"
import { policy } from "../internal-system/content/Post.ts"
import { Rules } from "../internal-system/content/Screening.ts"
import { PromiseId, ServicePromise } from "../internal-system/interaction/ServicePromise.ts"
import { ActivityRules } from "../internal-system/planning/Activity.ts"
import { Plan } from "../internal-system/planning/Plan.ts"
import { Positioning } from "../internal-system/positioning/Positioning.ts"
import { Duty, DutyId } from "../internal-system/team/Duty.ts"
import { Team } from "../internal-system/team/Team.ts"
import { CalendarName } from "../process/Allowance.ts"
import { HandbookVersion } from "../process/Case.ts"
import { joinedNames } from "./JoinedNames.ts"
import * as References from "./References.ts"
import { Suppression } from "./Suppression.ts"

/** The account at Weibo, and the way by which its app may write. */
export const Account = Schema.Struct({
  id: AccountId,
  name: Schema.NonEmptyString,
  route: Rules.fields.route,
  otherRoutes: Rules.fields.otherRoutes.annotateKey({
    description:
      "What else is granted to the app, for posts that the first route does not take: upload for those with a picture."
  }),
  safeDomains: Schema.Array(HostName).annotateKey({
    description: "Host names registered with the app; a link to one of them or below it satisfies the route share."
  })
})
/** The account at Weibo, and the way by which its app may write. */
export type Account = typeof Account.Type

/** What is published, under which rules, and who reviews it. */
export const ContentSection = Schema.Struct({
  ...policy,
  mix: Schema.optionalKey(ContentMix),
  bannedWords: Rules.fields.bannedWords,
  allowedWords: Rules.fields.allowedWords,
  trademarks: Rules.fields.trademarks,
  goods: Rules.fields.goods.annotateKey({
    description: "The brand's goods by their names: beside one of them a superlative is a claim, whatever its trade."
  }),
  accepted: Schema.optionalKey(Schema.Array(Acceptance)).annotateKey({
    description: "Findings of the content rules that the brand lives with, each for a reason and until a date."
  })
})
/** What is published, under which rules, and who reviews it. */
export type ContentSection = typeof ContentSection.Type

/** Everything a stand-in needs. */
export const Handbook = Schema.Struct({
  version: HandbookVersion.annotateKey({ description: "The name of this edition; a new one for every change." }),
  brand: Bilingual,
  timeZone: TimeZone.pipe(Schema.withDecodingDefaultKey(Effect.succeed("Asia/Shanghai"))).annotateKey({
    description: "Where dates and times without a zone are meant; Asia/Shanghai unless it is said."
  }),
  account: Account,
  positioning: Positioning,
  content: ContentSection,
  activities: Schema.optionalKey(ActivityRules),
  plan: Schema.optionalKey(Plan),
  promises: Schema.optionalKey(Schema.Record(PromiseId, ServicePromise)),
  duties: Schema.Record(DutyId, Duty).annotateKey({ description: "What has to be done, function by function." }),
  team: Team,
  calendars: Schema.Record(CalendarName, WorkingCalendar),
  needs: Schema.optionalKey(Schema.Record(Schema.NonEmptyString, Need)).annotateKey({
    description: "What the account needs of the company, and the resources that meet it."
  }),
  resources: Schema.Record(ResourceId, Resource).annotateKey({ description: "What the company has for the account." }),
  kpis: Schema.optionalKey(Schema.Record(KpiId, Kpi)),
  suppressions: Schema.optionalKey(Schema.Array(Suppression)).annotateKey({
    description: "Findings that are not reported, each for a reason and until a date."
  })
})
/** Everything a stand-in needs. */
export type Handbook = typeof Handbook.Type

/** What people call the sections of every handbook. */
export const titles: Readonly<Record<Exclude<keyof Handbook, "version">, Bilingual>> = {
  brand: { zh: "品牌", en: "brand" },
  timeZone: { zh: "时区", en: "time zone" },
  account: { zh: "账号", en: "account" },
  positioning: { zh: "定位", en: "positioning" },
  content: { zh: "内容", en: "content" },
  activities: { zh: "活动规则", en: "rules of activities" },
  plan: { zh: "计划", en: "plan" },
  promises: { zh: "承诺", en: "promises" },
  duties: { zh: "职责", en: "duties" },
  team: { zh: "团队", en: "team" },
  calendars: { zh: "工作时间", en: "calendars" },
  needs: { zh: "需要", en: "needs" },
  resources: { zh: "资源", en: "resources" },
  kpis: { zh: "指标", en: "numbers" },
  suppressions: { zh: "已知并接受的问题", en: "findings that are lived with" }
}

/** A handbook as people write it, in TypeScript or in YAML: `{ time: "4 hours", calendar: "office" }`. */
export type Written = typeof Handbook.Encoded

/** The schemas of sections that a handbook may have beside those of every handbook, by their keys. */
export type Fields = Readonly<Record<string, Schema.Codec<unknown, unknown>>>

/** How handbooks are read and written that may have some sections more. */
export interface Form {
  /** The handbook that was written, or every mistake in it at once; `locate` says where its parts stand for people. */
  readonly check: (written: unknown, locate: Locate) => Result.Result<Handbook, ReadonlyArray<Finding>>
  readonly schema: Schema.Codec<Handbook, unknown>
}

/** The form of handbooks that may have these sections. */
export const form = (sections: Fields): Form => {
  const fields: Schema.Struct.Fields = { ...Handbook.fields, ...Record.map(sections, Schema.optionalKey) }
  // What is read by more sections than a handbook's own is a handbook, and has those beside it.
  const schema = Schema.Struct(fields) as Schema.Top as Schema.Codec<Handbook, unknown>
  const decode = Schema.decodeUnknownResult(schema)
  const missingNames = References.checkOf(schema)
  return {
    schema,
    check: (written, locate) => {
      const names = [...missingNames(written, locate), ...joinedNames(written, locate)]
      const decoded = decode(written, strictly)
      const issues = Result.isFailure(decoded) ? fromIssue(decoded.failure.issue, locate, written) : []
      if (Result.isSuccess(decoded) && names.every(({ findings }) => findings.length === 0))
        return Result.succeed(decoded.success)
      return Result.fail(underBroken(issues, names).map(bounded).sort(byLine))
    }
  }
}

/** The form of handbooks that have the sections of every handbook, and no others. */
export const plain: Form = form({})

/** The handbook that was written, or every mistake in it at once. */
export const make = (written: Written): Result.Result<Handbook, ReadonlyArray<Finding>> =>
  plain.check(written, (path) => ({ path: pathText(path) }))

/** Names of a list that is missing, or is none, are not looked for one by one: they follow from what is wrong with the list. */
const underBroken = (
  issues: ReadonlyArray<Finding>,
  names: ReadonlyArray<References.MissingNames>
): ReadonlyArray<Finding> => {
  const broken = names.map((list) => issues.findIndex(({ code, where }) => holds(code, where.path, list.names)))
  return [
    ...issues.map((issue, index) =>
      leading(
        issue,
        names.flatMap(({ findings }, list) => (broken[list] === index ? findings : []))
      )
    ),
    ...names.flatMap(({ findings }, list) => (broken[list] === -1 ? findings : []))
  ]
}

const holds = (code: string, path: string, names: string): boolean => {
  const steps = names.split(".")
  const at = path.split(/[.[]/)
  const breaks = code === "file/missing" || code === "file/wrong-value"
  return breaks && at.length <= steps.length && at.every((step, index) => steps[index] === step || steps[index] === "*")
}

/** Every mistake, not the first one; a word that nobody knows is a mistake; and findings show what stands there. */
const strictly = { errors: "all", onExcessProperty: "error", reportInput: true } as const

const byLine = (one: Finding, other: Finding): number =>
  (one.where.line ?? 0) - (other.where.line ?? 0) || (one.where.column ?? 0) - (other.where.column ?? 0)
