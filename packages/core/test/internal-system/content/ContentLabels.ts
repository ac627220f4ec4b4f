// What people said of the findings of the content rules in real texts. The texts are no part of the project: rows name them, and they are read where they are.
import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { BannedWords, Lottery, Screening } from "@dualops/core/content"
import { banned } from "./evasions.ts"

/**
 * A finding that somebody has read: sample A is what the rules were mended with, sample B was read when A was done. Sample C was drawn by chance,
 * two findings of each word at most, from what a list of words told that nobody had used here before, and read before anything was mended with it.
 */
interface Label {
  readonly sample: string
  readonly file: string
  readonly row: string
  readonly name: string
  readonly isRight: boolean
}

/** How many findings of a severity were told, read and right. */
export interface Precision {
  readonly sample: string
  readonly severity: string
  readonly read: number
  readonly right: number
  /** Findings of these rules in the rows that have a label, which nobody has read. */
  readonly unread: number
}

/** The folder of the texts, or nothing where it is absent. */
export const folder = [process.env.DUALOPS_SHARED, "../shared", "../../shared"]
  .flatMap((shared) => (shared === undefined ? [] : [`${shared}/data`]))
  .find((path) => existsSync(path))

const labels = (): ReadonlyArray<Label> =>
  readFileSync(new URL("labels.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [sample = "", file = "", row = "", code = "", start = "", end = "", verdict] = line.split("\t")
      return { sample, file, row, name: `${code} ${start} ${end}`, isRight: verdict === "right" }
    })

/** What a brand might forbid: the words of sample C. */
const others =
  `代理 加群 加我 私聊 兼职 代购 假货 山寨 高仿 A货 赌博 博彩 彩票 色情 裸聊 约炮 傻逼 骗子 垃圾 废物 去死 自杀 炸弹 发票 贷款 套现 倒闭
破产 出轨 小三 胖子 丑 屌丝 脑残 智障 病毒 中毒 死人 棺材 鬼 政府 腐败 贪官 领导 军人 城管 SB TMD CNM QQ PS 淘宝 京东 美团 饿了么 百度 点评
肯德基 麦当劳 投诉 退款 赔钱 坑人 黑心 过期 变质 拉肚子 头发 苍蝇 蟑螂 虫子 恶心 难吃 会员 免单 返利 刷钻 好评`.split(
    /\s/
  )

/** By sample. */
const screenings = (): Readonly<Record<string, Screening.Screening>> => {
  const ours = Screening.compile({ route: "business", bannedWords: [...banned, "大麻", "返现", "好评返", "枪支"] })
  return { A: ours, B: ours, D: Screening.ofPacks([Lottery.pack]), C: Screening.ofPacks([BannedWords.make(others)]) }
}

interface Row {
  readonly text: string
  readonly interactions?: ReadonlyArray<{ readonly text: string }>
}

const rowsOf = (file: string): ReadonlyArray<Row> =>
  gunzipSync(readFileSync(`${folder}/${file}.ndjson.gz`))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line): Row => JSON.parse(line))

/** The rules, asked anew of every text that has a label. */
export const measure = (): ReadonlyArray<Precision> => {
  const screeningOf = screenings()
  const files = new Map<string, ReadonlyArray<Row>>()
  const told = new Map<string, ReadonlyMap<string, string>>()
  const tellings = ({ file, row, sample }: Label): ReadonlyMap<string, string> => {
    const key = `${sample} ${file} ${row}`
    const known = told.get(key)
    if (known !== undefined) return known
    const rows = files.get(file) ?? rowsOf(file)
    files.set(file, rows)
    const [post = "", interaction] = row.split(".")
    const whole = rows[Number(post)]
    const text = (interaction === undefined ? whole : whole?.interactions?.[Number(interaction)])?.text ?? ""
    const found = (screeningOf[sample]?.screen({ text, pictures: [] }) ?? [])
      .filter(({ code, severity }) => severity !== "note" && !code.startsWith("weibo/"))
      .map(({ code, severity, where }) => [`${code} ${where.range?.start} ${where.range?.end}`, severity] as const)
    told.set(key, new Map(found))
    return told.get(key) as ReadonlyMap<string, string>
  }
  const all = labels()
  const names = new Set(all.map(({ file, name, row, sample }) => `${sample} ${file} ${row} ${name}`))
  return ["A", "B", "C", "D"].flatMap((sample) =>
    ["error", "warning"].map((severity) => {
      const of = all.filter((label) => label.sample === sample)
      const read = of.filter((label) => tellings(label).get(label.name) === severity)
      const texts = new Map(of.map((label) => [`${sample} ${label.file} ${label.row}`, tellings(label)]))
      const unread = [...texts].flatMap(([key, found]) =>
        [...found].filter(([name, one]) => one === severity && !names.has(`${key} ${name}`))
      )
      return {
        sample,
        severity,
        read: read.length,
        right: read.filter(({ isRight }) => isRight).length,
        unread: unread.length
      }
    })
  )
}
