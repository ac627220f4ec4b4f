/**
 * What a classifier learns from: texts from a folder, what a person said of them, and what people corrected since.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { Label } from "@dualops/core/triage"
import { Schema } from "effect"

/** A text, with what is known of it: what it is, and whether its tone is negative. */
export interface Text {
  readonly id: string
  readonly source: string
  readonly text: string
  readonly label?: Label.Label
  readonly negative?: boolean
  /** Labelled by hand, and drawn by chance, so that shares among these are shares among all. */
  readonly byChance?: boolean
}

/** The folder of the texts, or nothing where it is absent. */
export const folder = (): string | undefined =>
  [process.env.DUALOPS_SHARED, "../shared", "../../shared"]
    .flatMap((shared) => (shared === undefined ? [] : [`${shared}/data`]))
    .find((path) => existsSync(path))

/** Reads every text of the folder that anything is known of. Corrections come last, and hold. */
export const read = (folder: string): ReadonlyArray<Text> => {
  const known = labelled()
  for (const { meant, text } of rows(folder, "corrections", Correction)) known.set(text, { label: meant })
  const reviews = rows(folder, "customer-reviews", Review).map(({ label, text }, index) => ({
    ...{ id: `review ${index}`, source: "reviews", text },
    ...{ label, negative: label === "complaint" }
  }))
  const posts = rows(folder, "weibo-sentiment", Post).map(({ label, mid, text }) => ({
    ...{ id: mid, source: "posts", text, negative: label === "negative" },
    ...known.get(mid)
  }))
  const comments = rows(folder, "weibo-cascades", Cascade).flatMap(({ interactions }) =>
    interactions.flatMap(({ mid, text }) => {
      const about = known.get(mid)
      return about === undefined ? [] : [{ id: mid, source: "comments", text, ...about }]
    })
  )
  const own = rows(folder, "texts", Own).flatMap(({ id, label, text }) => {
    const about = known.get(id) ?? (label === undefined ? undefined : { label })
    return about === undefined ? [] : [{ id, source: "own", text, ...about }]
  })
  return [...reviews, ...posts, ...comments, ...own, ...written()]
}

/** Sentences that nobody sent: written by hand for what the sources lack, of brands that sell anything but food. */
const written = (): ReadonlyArray<Text> =>
  table("written.tsv").map(([label, text = ""], index) => ({
    ...{ id: `written ${index}`, source: "written", text },
    label: Schema.decodeUnknownSync(Label.Label)(label)
  }))

const table = (name: string): ReadonlyArray<ReadonlyArray<string>> =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))

/** What was said of texts by hand; the texts themselves are no part of the project. */
const labelled = () =>
  new Map<string, Pick<Text, "byChance" | "label">>(
    table("labels.tsv")
      .slice(1)
      .map(([mid = "", label, drawn]) => [
        mid,
        { label: Schema.decodeUnknownSync(Label.Label)(label), byChance: drawn === "chance" }
      ])
  )

const Review = Schema.Struct({ label: Schema.Literals(["complaint", "praise"]), text: Schema.String })
const Post = Schema.Struct({
  mid: Schema.String,
  label: Schema.Literals(["positive", "negative"]),
  text: Schema.String
})
const Cascade = Schema.Struct({
  interactions: Schema.Array(Schema.Struct({ mid: Schema.String, text: Schema.String }))
})
/** A house's own texts, whose corrections name them by their ids. */
const Own = Schema.Struct({ id: Schema.String, text: Schema.String, label: Schema.optionalKey(Label.Label) })
/** What of a recorded correction counts here. */
const Correction = Schema.Struct({ text: Schema.String, meant: Label.Label })

/** The rows of all files of that name, packed or not. */
const rows = <A>(folder: string, name: string, schema: Schema.Codec<A, unknown>): ReadonlyArray<A> => {
  const decode = Schema.decodeUnknownSync(schema)
  return readdirSync(folder)
    .filter((file) => file === `${name}.ndjson` || file === `${name}.ndjson.gz`)
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file))
      const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n")
      return lines.filter((line) => line !== "").map((line) => decode(JSON.parse(line)))
    })
}
