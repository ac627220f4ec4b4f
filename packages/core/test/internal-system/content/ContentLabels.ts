// What people said of the findings of the content rules in real texts. The texts are no part of the project: rows name them, and they are read where they are.
import { existsSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { Screening } from "@dualops/core"
import { banned } from "./evasions.ts"

/** A finding that somebody has read: sample A is what the rules were mended with, sample B was read when A was done. */
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
  const screening = Screening.compile({
    route: "business",
    bannedWords: [...banned, "大麻", "返现", "好评返", "枪支"]
  })
  const files = new Map<string, ReadonlyArray<Row>>()
  const told = new Map<string, ReadonlyMap<string, string>>()
  const tellings = ({ file, row }: Label): ReadonlyMap<string, string> => {
    const key = `${file} ${row}`
    const known = told.get(key)
    if (known !== undefined) return known
    const rows = files.get(file) ?? rowsOf(file)
    files.set(file, rows)
    const [post = "", interaction] = row.split(".")
    const whole = rows[Number(post)]
    const text = (interaction === undefined ? whole : whole?.interactions?.[Number(interaction)])?.text ?? ""
    const found = screening
      .screen({ text, pictures: [] })
      .filter(({ code, severity }) => severity !== "note" && !code.startsWith("weibo/"))
      .map(({ code, severity, where }) => [`${code} ${where.range?.start} ${where.range?.end}`, severity] as const)
    told.set(key, new Map(found))
    return told.get(key) as ReadonlyMap<string, string>
  }
  const all = labels()
  const names = new Set(all.map(({ file, name, row }) => `${file} ${row} ${name}`))
  return ["A", "B"].flatMap((sample) =>
    ["error", "warning"].map((severity) => {
      const of = all.filter((label) => label.sample === sample)
      const read = of.filter((label) => tellings(label).get(label.name) === severity)
      const texts = new Map(of.map((label) => [`${label.file} ${label.row}`, tellings(label)]))
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
