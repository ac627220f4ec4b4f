/**
 * The folder that a day is kept in: a day begins only where nothing else stands in its way, and only what a day left is taken away again.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import type { Finding } from "@dualops/core"
import { Result } from "effect"
import * as Editions from "./Editions.ts"
import * as CustomerService from "./fans/CustomerService.ts"
import * as Night from "./fans/Night.ts"

/** What a day leaves beside the editions of its handbook. */
const left = [
  ...["store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "weibo.ndjson", "index.html"],
  ...CustomerService.files,
  Night.page
]

/** Makes the folder ready, for a new day or for more of the old one; files that no day left there are a mistake. */
export const prepare = (out: string, begin: "anew" | "where it stopped"): Result.Result<void, [Finding.Finding]> => {
  if (out === "") return Result.fail([unnamed])
  if (existsSync(out) && !statSync(out).isDirectory()) return Result.fail([noFolder(out)])
  const handbooks = join(out, Editions.folder)
  const mine = Editions.kept(out)
  // A day keeps its handbook before anything else, so these names without an edition are somebody's own.
  const strange = mine.length > 0 ? [] : left.filter((name) => existsSync(join(out, name)))
  if (mine.length === 0 && !isEmpty(handbooks)) strange.push(Editions.folder)
  if (strange.length > 0) return Result.fail([notOfADay(out, strange)])
  if (begin === "anew") {
    // The editions go last: with them the folder stays known for a day's, should this be cut short.
    for (const path of [...left.map((name) => join(out, name)), ...mine]) rmSync(path, { force: true })
    if (existsSync(handbooks) && isEmpty(handbooks)) rmdirSync(handbooks)
  }
  mkdirSync(handbooks, { recursive: true })
  return Result.succeed(undefined)
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

const notOfADay = (out: string, names: ReadonlyArray<string>): Finding.Finding => ({
  code: "folder/not-of-a-day",
  severity: "error",
  where: { path: "", file: out },
  evidence: names.join(", "),
  message: {
    zh: `文件夹里已有不是由这里运行留下的 ${names.join("、")}。`,
    en: `The folder has files that no day has left there: ${names.join(", ")}.`
  },
  fix: another
})

const another = { zh: "用 --out 另选一个文件夹。", en: "Take another folder, with --out FOLDER." }

const unnamed: Finding.Finding = {
  code: "folder/unnamed",
  severity: "error",
  where: { path: "", file: "--out" },
  evidence: "",
  message: { zh: "--out 后面没有文件夹名。", en: "--out names no folder." },
  fix: { zh: "写上文件夹名，或去掉 --out，默认是 out。", en: "Name one, or leave --out away, for out." }
}

const noFolder = (out: string): Finding.Finding => ({
  code: "folder/no-folder",
  severity: "error",
  where: { path: "", file: out },
  evidence: out,
  message: { zh: "这里已有一个文件，不是文件夹。", en: "A file stands there, which is no folder." },
  fix: another
})
