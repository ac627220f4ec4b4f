/** Content plans as others read them: in a calendar, and as a page. */
import { PlanIcal, PlanPage } from "@dualops/core/content-plan-files"
import { Html } from "@dualops/core/pages"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import ICAL from "ical.js"
import nodeIcal from "node-ical"
import { at, plan, words } from "../internal-system/content-plan/briefs.ts"
import { brief, given, made, stamp } from "./plannedWeek.ts"

describe("A plan in iCalendar", () => {
  const ics = PlanIcal.write(made, brief, { brand: words("星河"), account: "5644764907", stamp })

  it("says the same to two readers", () => {
    const slots = made.entries.map(({ slot }) => DateTime.toEpochMillis(slot))
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one))
    assert.deepStrictEqual(
      events.map(({ startDate }) => startDate.toJSDate().getTime()),
      slots
    )
    const others = Object.values(nodeIcal.sync.parseICS(ics)).filter((one) => one?.type === "VEVENT")
    assert.deepStrictEqual(
      others.map((one) => (one?.type === "VEVENT" ? one.start.getTime() : 0)).sort(),
      [...slots].sort()
    )
  })

  it("has the same UID for an entry in every plan that has it, another for every entry, and a length (gt-scheduler#141, cheese-fork#19)", () => {
    const uids = [...ics.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
    const again = PlanIcal.write(plan({ ...brief, given }), brief, {
      brand: words("星河"),
      account: "5644764907",
      stamp: at("2026-03-02T00:00")
    })
    assert.strictEqual(new Set(uids).size, made.entries.length)
    assert.deepStrictEqual(
      [...again.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid),
      uids
    )
    assert.strictEqual([...ics.matchAll(/^DTEND/gm)].length, made.entries.length)
  })
})

describe("A plan as a page", () => {
  it("tells what cannot be met and why, the shares, and every month, and runs nothing", () => {
    const short = plan({
      ...brief,
      occasions: { launch: { ...brief.occasions.launch, title: words("<script>alert(1)</script>"), posts: 9 } }
    })
    const page = PlanPage.of(short, brief, words("星河"))
    assert.deepStrictEqual(
      page.sections.map(({ id }) => id),
      ["findings", "shares", "month-2026-03", "free"]
    )
    const html = Html.render(page)
    assert.include(html, "lacks")
    assert.notInclude(html, "<script>alert")
  })
})
