import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { parse, stringify } from "yaml"
import { textOf } from "./worked.ts"

/** One place of every kind that names something, in the handbook of 星河茶饮. */
const places: Readonly<Record<string, ReadonlyArray<string>>> = {
  "a person": [
    "team.rosters.desk.rotations.weekdays.people.1",
    "team.rosters.desk.overrides.launch-night.person",
    "team.rosters.desk.swaps.mid-autumn.gives",
    "team.rosters.desk.swaps.mid-autumn.takes",
    "team.absences.qin-course.person",
    "team.delegations.approvals-october.delegator",
    "team.delegations.approvals-october.delegate",
    "team.knowledge.style.knownBy.0",
    "team.tools.weibo.credential.holders.1",
    "duties.posting.owner",
    "duties.posting.standIns.0",
    "content.review.approvers.0",
    "content.lead",
    "activities.approver",
    "plan.entries.codes.owner",
    "promises.complaint-answered.escalation.0.to",
    "promises.complaint-answered.reviews.0.approvers.0",
    "promises.complaint-answered.behind.0.escalation.1.to",
    "resources.notice.owner",
    "resources.notice.sponsor",
    "kpis.orders.owner"
  ],
  "a calendar": [
    "duties.posting.hours",
    "content.review.within.calendar",
    "content.attention.calendar",
    "activities.notice.calendar",
    "activities.report.calendar",
    "activities.prizes.ahead.calendar",
    "activities.prizes.sentWithin.calendar",
    "promises.complaint-answered.within.calendar",
    "promises.complaint-answered.escalation.0.after.calendar",
    "promises.complaint-answered.reviews.0.within.calendar",
    "promises.complaint-answered.behind.0.within.calendar",
    "promises.complaint-answered.behind.0.escalation.0.after.calendar",
    "promises.complaint-answered.behind.0.behind.0.within.calendar",
    "resources.notice.answers.calendar"
  ],
  "a resource": [
    "activities.prizes.from",
    "plan.entries.codes.uses.0",
    "promises.complaint-answered.behind.0.by",
    "promises.complaint-answered.behind.0.behind.0.by",
    "needs.prizes.metBy.0"
  ],
  "a KPI": [
    "kpis.exposure.measured.sum.0",
    "kpis.weibo-sales.measured.product.0",
    "kpis.open-complaints.measured.difference.1",
    "kpis.praise-share.measured.ratio.0",
    "kpis.orders.drivers.0"
  ],
  "a role": ["team.people.lin.roles.0"],
  "a skill": ["duties.posting.skills.0"],
  "a roster": ["duties.answering.roster"],
  "a piece of knowledge": ["duties.posting.knowledge.0"],
  "a tool": ["duties.posting.tools.0"],
  "a duty": ["team.delegations.approvals-october.duties.0"],
  "a category of posts": ["content.mix.slots.0.category"]
}

/** What the handbook is refused for when the name at the path is one that nobody knows. */
const refusals = (path: string) =>
  refusalsOf(path, (holder, last) => {
    holder[last] = "nobody-knows"
  })

/** What the handbook is refused for when what stands at the path is changed. */
const refusalsOf = (path: string, change: (holder: Record<string, unknown>, last: string) => void) => {
  const handbook: unknown = parse(textOf("xinghe"))
  const keys = path.split(".")
  const last = keys.pop() as string
  const holder = keys.reduce((value, key) => (value as Record<string, unknown>)[key], handbook)
  change(holder as Record<string, unknown>, last)
  const found = HandbookFile.read("xinghe.yaml", stringify(handbook, { aliasDuplicateObjects: false }))
  return Result.getOrThrow(Result.flip(found)).map(({ code, where }) => `${code} ${where.path}`)
}

describe("In a handbook", () => {
  for (const [what, paths] of Object.entries(places)) {
    for (const path of paths) {
      it(`${path} names ${what} that the handbook knows`, () => {
        assert.deepStrictEqual(refusals(path), [`file/unknown-name ${path.replaceAll(/\.(\d+)/g, "[$1]")}`])
      })
    }
  }

  it("what measures a KPI names one that the handbook knows, though it is the key of a record", () => {
    const found = refusalsOf("reports.measures.complaints", (measures, complaints) => {
      measures["nobody-knows"] = measures[complaints]
      delete measures[complaints]
    })
    assert.deepStrictEqual(found, ["file/unknown-name reports.measures.nobody-knows"])
  })
})
