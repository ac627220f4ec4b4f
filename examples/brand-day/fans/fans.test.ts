import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { freshFolder, happenings, start } from "../running.ts"
import * as Audience from "./Audience.ts"

/** What the account has said to fans, each with the words that it answers. */
const answered = (out: string) => {
  const comments = happenings(out).filter((one) => one._tag === "Commented")
  const words = new Map(comments.map(({ comment, sent }) => [comment, sent]))
  return comments.flatMap(({ answers, sent }) => (answers === undefined ? [] : [[words.get(answers), sent] as const]))
}

describe("The fans of the day", () => {
  it("are answered once each; whoever attacks is left to a person", async () => {
    const out = freshFolder()
    const { code, printed } = await start(out)
    assert.strictEqual(code, 0, printed)
    const expected = Audience.lines.flatMap(({ say, solved, text }) =>
      [say, solved].flatMap((said) => (said === undefined ? [] : [[text, said] as const]))
    )
    const byWords = ([one]: readonly [string | undefined, string], [other]: readonly [string | undefined, string]) =>
      String(one).localeCompare(String(other))
    assert.deepEqual(answered(out).toSorted(byWords), expected.toSorted(byWords))
    assert.match(
      printed,
      /^7 of 8 fans have been seen to; 1 wait for a person; 1 more were only counted\.\n {2}不吐不快 waiting/m
    )
  })

  it("hear late of a late department, whose owner and sponsor were told", async () => {
    const { printed } = await start(freshFolder())
    const told = [...printed.matchAll(/^.* (\d\d:\d\d) {2}→ (\w+) +.*排队一小时.*$/gm)].map(
      ([, at, who]) => `${at} ${who}`
    )
    assert.deepEqual(told, ["13:45 gao", "14:00 gao", "15:00 tang"])
    assert.match(printed, /15:50 {2}豆豆妈 +referral: hear what the desk has done/)
  })

  it("are answered by the stand-in at night; the department's clock stands still", async () => {
    const out = freshFolder()
    const { printed } = await start(out)
    assert.match(printed, /22:57 {2}夜班小李 +complaint: reply +he in the place of chen/)
    const handOver = readFileSync(join(out, "hand-over.html"), "utf8")
    assert.include(handOver, "刚收到的礼盒压扁了")
    const page = readFileSync(join(out, "index.html"), "utf8")
    assert.include(page, "promise of the department: 35 minutes of 1 hour used.")
    assert.include(page, "Not counted: outside working hours 9 hours 57 minutes.")
  })

  it("of a handbook without complaints or stand-in are answered by whoever may", async () => {
    const out = freshFolder()
    const handbook = join(out, "handbook.yaml")
    const plain = readFileSync(join(import.meta.dirname, "../../handbooks/minimal.yaml"), "utf8")
    writeFileSync(handbook, plain.replace("[xinghe.example]", "[xinghe.example.com]"))
    const { code, printed } = await start(out, {
      arguments: ["--handbook", handbook, "--calendar", join(import.meta.dirname, "../calendar.csv")]
    })
    assert.strictEqual(code, 0, printed)
    const said = Audience.lines.flatMap(({ say }) => (say === undefined ? [] : [say]))
    assert.sameMembers(
      answered(out).map(([, text]) => text),
      said
    )
  })
})
