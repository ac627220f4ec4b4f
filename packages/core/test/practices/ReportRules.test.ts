/** Whether fans are content is a figure where complaints ask them, and a finding where nobody does. */
import { assert, describe, it } from "@effect/vitest"
import { check, worked } from "../verifier/worked.ts"

const survey = {
  question: "这次解决得满意吗？回复 1 到 5。",
  approvedBy: "he",
  after: { time: "1 day", calendar: "always" }
}

const measured = (complaints: string, more: Readonly<Record<string, unknown>>) => {
  const draft: Record<string, unknown> = structuredClone(worked)
  const [kpi = ""] = Object.keys(worked.kpis ?? {})
  const section = draft["complaints"]
  if (typeof section !== "object") throw new Error("The worked handbook has complaints.")
  Object.assign(draft, {
    complaints: { ...section, ...more },
    reports: {
      lookedAtWithin: { time: "1 day", calendar: "always" },
      due: {},
      measures: { [kpi]: { complaints } }
    }
  })
  return check(draft as typeof worked) // sections of practices beside the handbook's own
    .filter(({ code }) => code === "reports/measures-nothing" || code.startsWith("handbook/"))
    .map(({ message }) => message.en)
}

describe("A KPI of complaints", () => {
  it("about the survey is a finding where complaints have none", () => {
    assert.deepStrictEqual(measured("content", {}), ["The handbook asks no fan how it was."])
    assert.deepStrictEqual(measured("content", { survey }), [])
    assert.deepStrictEqual(measured("solved", {}), [])
  })
})
