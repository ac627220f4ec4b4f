import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import type { Finding } from "@dualops/core/finding"
import { Changes, type Handbook, HandOver } from "@dualops/core/handbook"
import { ChangesPage, FindingsPage, HandbookPage, HandOverPage, Html, type Page } from "@dualops/core/pages"
import { ReportsSection } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { Verifier } from "@dualops/core/verifier"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type Browser, chromium, type Page as Tab } from "playwright-core"
import { post } from "../handbook/posts.ts"
import { edition, id, teaHouse, wall } from "../handbook/teaHouse.ts"
import { textOf, xinghe } from "../handbook/worked.ts"

const executablePath = "/usr/bin/chromium"
const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: the language of pages in a browser is NOT tested here.`)

const wordsOf = (text: string): ReadonlyArray<string> => text.match(/[a-z][a-z0-9]*/gi) ?? []

/** What a handbook's people wrote in letters: names, addresses, tags and codes, and nothing that has a title in Chinese. */
const ownWords = (handbook: Handbook.Handbook) => {
  const { account, calendars, suppressions = [], team, timeZone, version } = handbook
  return [
    // A measure names what it counts as programs do.
    ...Object.values(ReportsSection.find(handbook)?.measures ?? {}).flatMap((one) =>
      "cases" in one ? one.cases : "observations" in one ? one.observations : []
    ),
    version,
    timeZone,
    ...account.safeDomains,
    ...Object.entries(calendars).flatMap(([name, { title }]) => (title === undefined ? [name] : [])),
    ...Object.values(team.people).flatMap(({ contact = {}, skills = [] }) => [...Object.values(contact), ...skills]),
    ...Object.values(team.tools ?? {}).flatMap(({ at = "" }) => [at]),
    ...suppressions.flatMap(({ code, path }) => [code, path])
  ].flatMap(wordsOf)
}

/** The ids and the permissions of a handbook. */
const keysOf = ({ duties, team: { people, roles, tools = {} } }: Handbook.Handbook) =>
  [
    ...[duties, people, tools].flatMap((chapter) => Object.keys(chapter)),
    ...Object.values(roles).flatMap(({ may }) => may)
  ].flatMap(wordsOf)

/** What findings show beside their sentences: a code, a place, and what stands there. */
const codesOf = (findings: ReadonlyArray<Finding.Finding>) =>
  findings.flatMap(({ code, evidence, where }) => [code, evidence, where.file ?? "", where.path].flatMap(wordsOf))

const at = wall("2026-09-18T22:40")
const draw = (mermaid: string) =>
  `<svg><text>${mermaid.replace(/^.*$/gm, (line) => (/"(.*)"|: (.*)/.exec(line) ?? []).slice(1).join(" "))}</text></svg>`

const findings = Verifier.checkFile(
  "手册.yaml",
  textOf("xinghe")
    .replace("approvers: [he, lin, zhou]", "approvers: [gao]")
    .replace("standIns: [chen]", "standIns: []")
    .replace("hours: desk", "hours: office")
    .replace("metBy: [prizes, partners]", "metBy: []"),
  { holidays: ChineseHolidays.holidays, at }
)

const newer: Handbook.Handbook = {
  ...xinghe,
  version: Case.HandbookVersion.make("2026-winter-1"),
  content: { ...xinghe.content, lead: id("zhou"), bannedWords: ["代购"] },
  promises: {},
  duties: {},
  calendars: {},
  resources: {},
  team: { ...xinghe.team, roles: {} }
}

const handOver = HandOver.of({
  handbook: teaHouse,
  editions: [edition],
  holidays: ChineseHolidays.holidays,
  cases: [post("甲", id("lin"), 0), post("乙", id("lin"), 1), post("丙", id("lin"), 3)].map((one) => ({
    process: PostProcess,
    case: one
  })),
  out: id("zhou"),
  in: id("he"),
  at: wall("2026-09-18T21:00")
})

const pages: Readonly<Record<string, readonly [Page.Page, ReadonlyArray<string>]>> = {
  handbook: [HandbookPage.of(xinghe, { holidays: ChineseHolidays.holidays, week: at }), ownWords(xinghe)],
  "hand-over": [HandOverPage.of(handOver), [...ownWords(teaHouse), ...codesOf(handOver.lacking.shown)]],
  findings: [
    FindingsPage.of({ zh: "星河茶饮", en: "Xinghe Tea" }, findings),
    // A finding is about a file, and calls what stands in it by the words of the file.
    [...ownWords(xinghe), ...codesOf(findings), ...keysOf(xinghe)]
  ],
  diff: [ChangesPage.of(Changes.between(xinghe, newer)), [...ownWords(xinghe), ...ownWords(newer)]]
}

describe.skipIf(absent)("a page that is read in Chinese", () => {
  const file = join(mkdtempSync(join(tmpdir(), "printing-")), "page.html")
  let browser: Browser
  let tab: Tab
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
    tab = await browser.newPage()
  }, 60_000)
  afterAll(() => browser.close())

  for (const [name, [page, allowed]] of Object.entries(pages)) {
    it(`shows no word in letters but names, tags and codes that somebody wrote: the ${name}`, async () => {
      writeFileSync(file, Html.render(page, { draw }))
      await tab.goto(`file://${file}`)
      const text = await tab.evaluate(() => {
        const placeholders = Array.from(document.querySelectorAll("input"), ({ placeholder }) => placeholder)
        return [document.title, document.body.innerText, ...placeholders].join("\n")
      })
      assert.isAbove(text.length, 300)
      // The other language's button is in the other language.
      const known = new Set([...allowed, "English"])
      assert.deepStrictEqual(
        [...new Set(wordsOf(text))].filter((word) => !known.has(word)),
        []
      )
    })
  }
})
