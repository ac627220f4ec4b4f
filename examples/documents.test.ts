import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8")
const documents = [
  "README.md",
  "README.zh.md",
  "docs/assistant.md",
  "docs/campaigns.md",
  "docs/channels.md",
  "docs/codes.md",
  "docs/complaints.md",
  "docs/content-plan.md",
  "docs/crisis.md",
  "docs/customer-desk.md",
  "docs/draws.md",
  "docs/emulator.md",
  "docs/figures.md",
  "docs/first-day.md",
  "docs/handbook.md",
  "docs/observations.md",
  "docs/personal-data.md",
  "docs/plain-door.md",
  "docs/practices.md",
  "docs/processes.md",
  "docs/reports.md",
  "docs/rosters.md",
  "docs/ten-minutes.md",
  "docs/triage.md",
  "docs/webhooks.md",
  "docs/win-back.md",
  "docs/zh/campaigns.md",
  "docs/zh/crisis.md",
  "docs/zh/channels.md",
  "docs/zh/desk.md",
  "docs/zh/first-day.md",
  "docs/zh/handbook.md",
  "docs/zh/reports.md",
  "docs/zh/ten-minutes.md",
  "docs/zh/win-back.md",
  "packages/adapter-drand/README.md",
  "packages/adapter-sql/README.md",
  "packages/adapter-till/README.md",
  "packages/adapter-web/README.md",
  "packages/adapter-crm/README.md",
  "packages/adapter-notify/README.md",
  "packages/adapter-weibo/README.md",
  "packages/classifier-llm/README.md",
  "packages/desk/README.md",
  "packages/dualops/README.md",
  "packages/reports/README.md"
]

/** The lines without the blanks that all of them begin with. */
const outdented = (text: string): string => {
  const blanks = [...text.matchAll(/^ *(?=\S)/gm)].map(([before]) => before.length)
  return text.replaceAll(new RegExp(`^ {${Math.min(...blanks)}}`, "gm"), "")
}

describe("what the documents show is a program that runs here", () => {
  for (const document of documents) {
    const shown = [...read(document).matchAll(/<!-- region (\S+) of (\S+) -->\n+```ts\n([\s\S]*?)```/g)]
    it(`${document} shows its examples as they are`, () => {
      assert.isNotEmpty(shown)
      for (const [, region, file, text] of shown) {
        const source = new RegExp(`// #region ${region}\\n([\\s\\S]*?)// #endregion`).exec(read(String(file)))?.[1]
        assert.strictEqual(text?.trim(), outdented(source ?? "").trim(), `${region} of ${file}`)
      }
    })
  }

  it("an account that says yes gives a token, and the day on which it ends", async () => {
    const { answer } = await import("./authorise-account.ts")
    assert.strictEqual(answer.account, "1000000001")
    assert.match(answer.WEIBO_TOKEN, /^2\.00\w+$/)
    assert.match(answer.expires, /^\d{4}-\d{2}-\d{2}$/)
  })

  it("a year is planned, a launch moves nothing after its days, and a hot idea becomes a post", async () => {
    const { outcome } = await import("./content-plan.ts")
    assert.isAbove(outcome.posts, 900)
    assert.strictEqual(outcome.launched, 2)
    assert.strictEqual(outcome.moved, 0)
    assert.strictEqual(outcome.read, outcome.planned)
    assert.strictEqual(outcome.idea, "Became")
  })

  it("nobody approves their own, and a reviewer finds the task on their desk", async () => {
    const { answer } = await import("./review-a-post.ts")
    assert.strictEqual(answer.own, "Approve needs content.approve, and lin does not have it.")
    assert.include(answer.desk, "Approve")
  })

  it("what a fan wrote is on the desk of whoever may answer, and the answer goes out once", async () => {
    const { answered } = await import("./listen-to-fans.ts")
    assert.include(answered.desk, "Say")
    assert.deepStrictEqual(answered.out, ["回复@小林:各门店今天起都有。"])
  })

  it("a complaint has one ticket, however often it is opened, and its end is heard", async () => {
    const { answer } = await import("./customer-desk.ts")
    assert.deepStrictEqual(answer.again, { ticket: answer.first.ticket, created: false })
    assert.deepStrictEqual(answer.heard, ["1: new > solved"])
  })

  it("a fault of the emulator hides what went out, and its fans do what they are told", async () => {
    const { answer } = await import("./play-weibo.ts")
    assert.strictEqual(answer.code, 20032)
    assert.match(answer.comment, /^\d+$/)
    assert.deepStrictEqual(answer.out, ["桂花乌龙回来了 1", "第二条 1"])
    assert.deepStrictEqual(answer.happened, ["Posted", "Posted", "Commented", "Posted", "Received"])
  })

  it("what is heard comes once, is counted by day, and stays counted when it is erased", async () => {
    const { answer } = await import("./hear-and-count.ts")
    assert.deepStrictEqual(answer.receipts, [
      { recorded: 2, repeated: 0, tooOld: 0 },
      { recorded: 0, repeated: 2, tooOld: 0 }
    ])
    assert.deepStrictEqual(answer.before, ["@星河茶 桂花乌龙什么时候回来"])
    assert.strictEqual(answer.after, 0)
    // Of two days, where midnight in Shanghai has just passed.
    const sum = (counts: ReadonlyArray<number>) => counts.reduce((one, other) => one + other, 0)
    const { perDay, readings, stillPerDay } = answer
    assert.deepStrictEqual([perDay, stillPerDay, readings].map(sum), [2, 2, 1])
  })

  it("figures lead to their rows, divide what there was, and have bounds where data is missing", async () => {
    const { answer } = await import("./figures.ts")
    assert.deepStrictEqual([answer.june.people, answer.first, answer.rows], [2, 2, ["1", "2"]])
    assert.closeTo(
      Object.values(answer.credits).reduce((so, one) => so + one, answer.untouched),
      55,
      1e-9
    )
    assert.deepStrictEqual([answer.retention, answer.left], [[1, 0.5], { value: undefined, bounds: { low: 600 } }])
  })

  it("a text is judged with reasons, a person corrects it, and a language model is asked about the rest", async () => {
    const { asked, corrected, shown } = await import("./what-a-fan-means.ts")
    assert.match(shown[0] ?? "", /^投诉 \d+%: .*慢/)
    assert.match(shown[1] ?? "", /^可能是.* \d+%，请人工确认/)
    assert.deepStrictEqual(corrected, [["5012000000000001", "complaint"]])
    assert.deepStrictEqual(asked, ["built-in 1", "a model"])
  })

  it("a prize that cannot be sent is on the desk of whoever sent it", async () => {
    const { findings, outcome } = await import("./own-action.ts")
    assert.deepStrictEqual(findings, [])
    const refused = { code: "address", detail: "there is no such place" }
    assert.deepStrictEqual(outcome.state, { _tag: "Failed", to: "nowhere", ...refused })
    assert.deepStrictEqual(outcome.desk, ["prize 1: Find", "prize 1: SendAgain", "prize 1: WriteOff"])
  })

  it("a handbook of one's own is checked, printed and compared", async () => {
    const { changed, clean, findings, html, markdown } = await import("./own-handbook.ts")
    assert.deepStrictEqual(clean, [])
    assert.include(
      findings.map(({ code }) => code),
      "duty/no-stand-in"
    )
    assert.include(html, 'id="hours"')
    assert.include(markdown, "## Who is there when")
    assert.include(changed, "| **lost** | standing in | Daily posts |")
  })

  it("a shift moved in a calendar is an override, and leave from elsewhere an absence", async () => {
    const { answer } = await import("./rosters.ts")
    assert.match(answer.exported, /^BEGIN:VCALENDAR\r\n/)
    assert.deepStrictEqual<unknown>(answer.change, [
      "calendar 2026-09-10T18:00",
      {
        person: "lin",
        from: "2026-09-10T18:00",
        until: "2026-09-10T22:00",
        reason: { zh: "在日历中改动。", en: "Changed in the calendar." }
      }
    ])
    assert.deepStrictEqual<unknown>(answer.absences, [
      { person: "zhou", from: "2026-10-19T00:00", until: "2026-10-24T00:00", reason: "leave" }
    ])
  })

  it("a process of one's own is sound, and drawn", async () => {
    const { findings, mistakes, picture } = await import("./own-process.ts")
    assert.match(mistakes.message, /^There is no such thing as input\.until\. input\.to is "", and should be /)
    assert.isEmpty(findings)
    assert.include(picture, "Lent --> Back: TakeBack")
  })
})
