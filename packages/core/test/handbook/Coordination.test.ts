import { PlacementProcess } from "@dualops/core/channels"
import { PostProcess } from "@dualops/core/content"
import { HousePages } from "@dualops/core/house-pages"
import { Caseload, CaseSheets, Editions, Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { holidays, lin, now, started, test } from "./keptHouse.ts"
import { xinghe } from "./worked.ts"

const to = { case: ({ case: id }: Case.Address) => `/${id}`, begin: () => "/", page: () => "/", file: () => "/" }

describe("Both systems on one page", () => {
  test(
    "show what is asked of a resource where it is needed, and on whom it waits since when",
    started(
      Effect.gen(function* () {
        yield* Operations.send(ResourceRequestProcess, {
          key: "ask",
          case: Case.CaseId.make("cups"),
          step: "Ask",
          by: lin,
          input: { resource: Resource.ResourceId.make("prizes"), need: "三十个茶杯" }
        })
        const page = HousePages.of(xinghe, holidays).find(({ name }) => name === "coordination")
        const caseload = Caseload.make([ResourceRequestProcess])
        const cases = yield* CaseSheets.pressing(caseload, Actor.person("he"), 100)
        const editions = yield* Effect.flatMap(Editions.Editions, ({ today }) => today)
        const at = DateTime.add(now, { hours: 1 })
        const made = page?.of({ at, person: lin, cases, beside: undefined, editions, asked: new Map(), to })
        const rowsOf = (id: string) => {
          const table = made?.sections.find((one) => one.id === id)?.blocks.find(({ kind }) => kind === "table")
          return table?.kind === "table" ? table.rows.map((row) => JSON.stringify(row)) : []
        }
        const drawn = rowsOf("drawn").filter((row) => row.includes("三十个茶杯"))
        assert.isNotEmpty(drawn)
        for (const row of drawn) assert.include(row, "/cups")
        const [waits = "", ...others] = rowsOf("waiting")
        assert.isEmpty(others)
        for (const part of ["许宁", "三十个茶杯", "09-01 10:00"]) assert.include(waits, part)
      }),
      xinghe,
      holidays
    )
  )

  test(
    "show a link in a channel of the company where the channel is needed, and that it waits on whoever has it",
    started(
      Effect.gen(function* () {
        yield* Operations.send(PlacementProcess, {
          ...{ key: "ask", case: Case.CaseId.make("footer"), step: "Ask", by: lin },
          input: {
            account: xinghe.account.id,
            channel: Resource.ResourceId.make("website"),
            medium: "website",
            where: "页脚",
            to: "https://weibo.com/xinghe",
            campaign: "寻梅",
            from: now
          }
        })
        const page = HousePages.of(xinghe, holidays).find(({ name }) => name === "coordination")
        const cases = yield* CaseSheets.pressing(Caseload.make([PlacementProcess]), Actor.person("he"), 100)
        const editions = yield* Effect.flatMap(Editions.Editions, ({ today }) => today)
        const made = page?.of({ at: now, person: lin, cases, beside: undefined, editions, asked: new Map(), to })
        const text = (id: string) => JSON.stringify(made?.sections.find((one) => one.id === id)?.blocks)
        assert.include(text("drawn"), "/footer")
        for (const part of ["许宁", "官网页脚", "/footer"]) assert.include(text("waiting"), part)
      }),
      xinghe,
      holidays
    )
  )

  test(
    "show which links no post and no campaign uses, which are dead, and in which channels none stands",
    started(
      Effect.gen(function* () {
        yield* Operations.send(PlacementProcess, {
          ...{ key: "ask", case: Case.CaseId.make("footer"), step: "Ask", by: lin },
          input: {
            account: xinghe.account.id,
            channel: Resource.ResourceId.make("website"),
            medium: "website",
            where: "页脚",
            to: "https://weibo.com/xinghe",
            campaign: "寻梅",
            from: now
          }
        })
        yield* Operations.send(PostProcess, {
          ...{ key: "post", case: Case.CaseId.make("plum"), step: "Compose", by: lin },
          input: {
            account: xinghe.account.id,
            content: { text: "梅花开了 https://weibo.com/xinghe", pictures: [] },
            slot: DateTime.add(now, { hours: 3 })
          }
        })
        const page = HousePages.of(xinghe, holidays).find(({ name }) => name === "coordination")
        const processes = [PlacementProcess, PostProcess]
        const [asked, post] = (yield* CaseSheets.pressing(Caseload.make(processes), Actor.person("he"), 100)).toSorted(
          (one, other) => one.process.name.localeCompare(other.process.name)
        )
        const editions = yield* Effect.flatMap(Editions.Editions, ({ today }) => today)
        if (asked === undefined || post === undefined) return assert.fail("Both are open.")
        const rows = (cases: ReadonlyArray<typeof asked>) => {
          const made = page?.of({ at: now, person: lin, cases, beside: undefined, editions, asked: new Map(), to })
          const table = made?.sections.find(({ id }) => id === "channels")?.blocks.find(({ kind }) => kind === "table")
          return table?.kind === "table" ? table.rows.map((row) => JSON.stringify(row)) : []
        }
        const as = (_tag: string) => ({
          ...asked,
          case: { ...asked.case, state: { ...asked.case.state, _tag, missedAt: now } }
        })
        const site = (cases: ReadonlyArray<typeof asked>) => rows(cases).filter((row) => row.includes("/footer"))
        // What is only asked for is nothing that could stand unused, and its channel has no link yet.
        assert.isTrue(rows([asked]).every((row) => row.includes("没有投放")))
        assert.include(site([as("Placed")])[0], "没有微博或活动在用")
        const [used = ""] = site([as("Placed"), post])
        assert.include(used, "/plum")
        assert.notInclude(used, "没有微博或活动在用")
        assert.include(site([as("Missing"), post])[0], "已失效")
        assert.isAbove(rows([as("Missing"), post]).filter((row) => row.includes("没有投放")).length, 0)
      }),
      xinghe,
      holidays
    )
  )
})
