/**
 * What is said around the day, in one language: how it is started, what is wrong with its files, how it ended.
 *
 * @module
 */
import type { Bilingual, Finding } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import { FindingText } from "@dualops/core/finding"
import { Face } from "@dualops/core/process"
import stringWidth from "string-width"
import type { Ending } from "./Day.ts"
import { kindOf, pad, stepIn, widest } from "./Progress.ts"
import type { Reason } from "./Reasons.ts"

/** Everything that is said, in a language. */
export const make = (language: Bilingual.Language) => {
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en)
  return {
    usage: usage[language],
    /** Findings that stop the day, each with what would mend it; of many, the first. */
    findings: (all: ReadonlyArray<Finding.Finding>): string => {
      const more = all.length - most
      return [
        ...all.slice(0, most).map((finding) => findingIn(finding, language)),
        ...(more > 0 ? [say(`\n另有 ${more} 处未列出。`, `\n${more} more are not listed.`)] : []),
        say(
          `\n${all.length} 处问题。没有发布任何内容，也没有改动。`,
          `\n${all.length} ${all.length === 1 ? "mistake" : "mistakes"}. Nothing was published, nothing was changed.`
        )
      ].join("\n")
    },
    /** What a person should look at in the calendar, although the day can be run. */
    warnings: (all: ReadonlyArray<Finding.Finding>): string =>
      `${all.map((finding) => findingIn(finding, language)).join("\n")}\n`,
    /** Whose posts the day has, where a handbook came without a calendar. */
    exampleOf: (calendar: string): string => {
      const said = say(
        "未指定 --calendar，微博内容取自示例日历，作者和链接都是示例的；自己的用 --calendar 文件.csv：",
        "No --calendar was given, so the posts are those of the example, with its authors and its links; yours come with --calendar FILE.csv:"
      )
      return `${said}\n${calendar}\n`
    },
    /** How many doubts of the verifier the day begins with all the same, and where they are told. */
    doubts: (all: ReadonlyArray<Finding.Finding>, file: string): string => {
      const count = (severity: Finding.Severity) => all.filter((one) => one.severity === severity).length
      const [errors, warnings, notes] = [count("error"), count("warning"), count("note")]
      const said = say(
        `手册可以运行，另有 ${errors} 个错误、${warnings} 个警告、${notes} 个提示。`,
        `The handbook can be run for a day. Errors: ${errors}, warnings: ${warnings}, notes: ${notes}.`
      )
      return `${said}\nnpx dualops check ${file}${say(" --lang zh", "")}\n`
    },
    /** Why the folder of the day cannot be used. */
    unusable: (folder: string, problem: string): string =>
      say(`${folder} 用不了：${problem}`, `${folder} cannot be used: ${problem}`),
    /** Why the day does not go on. */
    broken: (problem: string): string =>
      say(
        `这一天停了：${problem}\n改好后再启动，什么都不会丢。`,
        `The day has stopped: ${problem}\nStart again when that is mended; nothing is lost.`
      ),
    /** Where the desks are. */
    desks: (url: string): string =>
      say(`各人的桌面：${url} （按 Ctrl-C 关闭）`, `Everybody's desk: ${url} (Ctrl-C closes them)`),
    stopped: say(
      "\n已停止，什么都没有丢：再启动就接着走，加 --fresh 从头开始。",
      "\nStopped. Nothing is lost: start again to go on, or with --fresh to begin anew."
    ),
    /** How the day ended. */
    ending: (ending: Ending, page: string): string => endingIn(ending, page, language),
    /** Where the other story is. */
    codes: (page: string): string =>
      say(
        `寻找神秘暗号，有双系统和没有：${page}`,
        `Looking for mysterious codes, with the dual system and without: ${page}`
      )
  }
}

/** As many findings as fit a terminal. */
const most = 20

const findingIn = ({ code, fix, message, severity, where }: Finding.Finding, language: Bilingual.Language): string => {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(":")
  const said = language === "zh" ? `${message.zh}${fix.zh}` : `${message.en} ${fix.en}`
  return [`${place}  ${FindingText.severities[language][severity]}  ${code}`, `    ${said}`]
    .map(FindingText.safe)
    .join("\n")
}

const endingIn = ({ fans, posts, refused, unbegun }: Ending, page: string, language: Bilingual.Language): string => {
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en)
  const out = posts.filter(({ state }) => kindOf(state) === "out").length
  const open = posts.filter(({ state }) => kindOf(state) === "open")
  const [all, waiting] = [posts.length + unbegun.length, open.length + unbegun.length]
  const told: ReadonlyArray<Told> = [
    ...open.map(({ id, reasons, state }) => {
      return { id, what: Face.state(PostProcess, state._tag)[language], reasons }
    }),
    ...unbegun.map(({ case: id, said }) => ({
      id,
      what: say("未开始", "not begun"),
      reasons: [{ evidence: "", said }]
    })),
    ...refused.map(({ case: id, person, said, step }) => ({
      id,
      what: say(`${person} 的「${stepIn(step, "zh")}」被拒：`, `${step} by ${person} was refused:`),
      reasons: [{ evidence: "", said }]
    }))
  ]
  const width = widest(told.map(({ id }) => id))
  return [
    "",
    say(
      `${all} 条微博中已发 ${out} 条，${waiting} 条等人处理。`,
      `${out} of ${all} posts are out; ${waiting} wait for a person.`
    ),
    ...told.flatMap((one) => rows(one, width, language)).map(FindingText.safe),
    ...fansIn(fans, language).map(FindingText.safe),
    "",
    `${say("页面：", "The page: ")}${page}`
  ].join("\n")
}

/** What became of fans: how many have been seen to, and who still waits for somebody real. */
const fansIn = ({ counted, talks }: Ending["fans"], language: Bilingual.Language): ReadonlyArray<string> => {
  if (talks.length + counted.length === 0) return []
  const open = talks.filter(({ isOver }) => !isOver)
  const over = talks.length - open.length
  const said = {
    zh: `粉丝的 ${talks.length} 件事办完 ${over} 件，${open.length} 件等人处理；另有 ${counted.length} 条只计数。`,
    en: `${over} of ${talks.length} fans have been seen to; ${open.length} wait for a person; ${counted.length} more were only counted.`
  }
  return [
    "",
    said[language],
    ...open.map(({ fan, process, state, text }) => `  ${fan} ${Face.state(process, state)[language]} “${text}”`)
  ]
}

/** What is said of a post. */
interface Told {
  readonly id: string
  readonly what: string
  readonly reasons: ReadonlyArray<Reason>
}

/** Each reason has a line of its own, below the first. */
const rows = ({ id, reasons, what }: Told, width: number, language: Bilingual.Language): ReadonlyArray<string> => {
  const before = `  ${pad(id, width)} ${pad(what, 12)} `
  return reasons.map(({ evidence, said }, at) => {
    const shown = language === "zh" ? `「${evidence}」` : `“${evidence}” `
    return `${at === 0 ? before : " ".repeat(stringWidth(before))}${evidence === "" ? "" : shown}${said[language]}`
  })
}

const usage: Bilingual.Bilingual = {
  zh: `npm start -- [--handbook 手册.yaml] [--calendar 日历.csv] [--out 文件夹] [--fresh] [--no-desk] [--live 60 [--as 人员]] [--lang zh|en]

在本地的微博上跑品牌账号的一天一夜：发微博、答粉丝、转客服、夜里换人。经过存在文件夹（out/）里，再启动就接着走；--fresh 从头开始。
文件夹里的 index.html 是给人看的页面。一天过完，各人的工作台打开着，可以点（--no-desk 不打开；输出不是终端时要加 --desk）。
--live 60 让这一天以 60 倍速过，工作台一直开着（1 到 600）；--as zhou 表示由你来当 zhou，程序不替你点。
文件夹里的 codes.html 是另一个故事：寻找神秘暗号，有双系统和没有（直接运行 main.ts 时要加 --codes）。`,
  en: `npm start -- [--handbook FILE.yaml] [--calendar FILE.csv] [--out FOLDER] [--fresh] [--no-desk] [--live 60 [--as PERSON]] [--lang en|zh]

Runs a brand account's day and night against a local Weibo: posts, fans, customer service, a stand-in. What has happened is
kept in FOLDER (out/), so a second start goes on where the first one stopped; --fresh begins anew. FOLDER/index.html is the page to look at.
When the day is over everybody's desk is open, to click on (--no-desk leaves them closed; where the output is no terminal, --desk opens them).
--live 60 lets the day go by 60 times as fast as yours, with the desks open all the while (1 to 600); with --as zhou you are zhou, and the program leaves theirs to you.
FOLDER/codes.html is another story: mysterious codes, with the dual system and without (where main.ts is run by hand, with --codes).`
}
