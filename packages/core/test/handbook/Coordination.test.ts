import { PlacementProcess } from "@dualops/core/channels"
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
})
