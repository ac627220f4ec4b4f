/**
 * Keeps every edition of the handbook that a case was begun under, for the cases that still run by it.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Finding } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import type { Handbook } from "@dualops/core/handbook"
import { Equal, Result } from "effect"
import type { Files } from "./Files.ts"

/** The files of a day, and the editions that came before. */
export interface Kept extends Files {
  readonly earlier: ReadonlyArray<Handbook.Handbook>
}

/** Where the editions stand in the folder of a day. */
export const folder = "handbooks"

/** The files of the editions that a day has kept; what else somebody has put beside them is theirs. */
export const kept = (out: string): ReadonlyArray<string> =>
  existsSync(join(out, folder))
    ? readdirSync(join(out, folder))
        .filter((name) => /^[0-9a-f]{16}\.yaml$/.test(name))
        .map((name) => join(out, folder, name))
    : []

const pathOf = (out: string, { version }: Handbook.Handbook): string =>
  join(out, folder, `${createHash("sha256").update(version).digest("hex").slice(0, 16)}.yaml`)

/** Puts this edition beside the earlier ones; the handbook of another account, or a changed one under an old version, is a mistake. */
export const keep = (out: string, file: string, files: Files): Result.Result<Kept, ReadonlyArray<Finding.Finding>> => {
  const { handbook, handbookText } = files
  const read = kept(out).map((path) => HandbookFile.read(path, readFileSync(path, "utf8")))
  const broken = read.flatMap((one) => (Result.isFailure(one) ? one.failure : []))
  if (broken.length > 0) return Result.fail(broken)
  const before = read.flatMap((one) => (Result.isSuccess(one) ? [one.success] : []))
  const other = before.find(({ account }) => account.id !== handbook.account.id)
  if (other !== undefined) return Result.fail([ofAnotherAccount(out, other.account, handbook.account)])
  const same = before.find(({ version }) => version === handbook.version)
  // A comment or another line break is no other edition.
  if (same !== undefined && !Equal.equals(same, handbook)) {
    return Result.fail([changedWithoutVersion(file, handbook.version)])
  }
  writeFileSync(pathOf(out, handbook), handbookText)
  return Result.succeed({ ...files, earlier: before.filter((edition) => edition !== same) })
}

const ofAnotherAccount = (
  out: string,
  theirs: Handbook.Handbook["account"],
  mine: Handbook.Handbook["account"]
): Finding.Finding => ({
  code: "folder/of-another-account",
  severity: "error",
  where: { path: "", file: out },
  evidence: theirs.id,
  message: {
    zh: `文件夹里是另一个账号「${theirs.name}」（${theirs.id}）的一天，手册的账号是「${mine.name}」（${mine.id}）。`,
    en: `The folder has the day of another account, ${theirs.name} (${theirs.id}); the handbook is that of ${mine.name} (${mine.id}).`
  },
  fix: {
    zh: "用 --out 另选一个文件夹，或用 --fresh 清掉原有的一天、重新开始。",
    en: "Take another folder with --out FOLDER, or give that day up and begin anew with --fresh."
  }
})

const changedWithoutVersion = (file: string, version: string): Finding.Finding => ({
  code: "handbook/changed-without-version",
  severity: "error",
  where: { path: "version", file },
  evidence: version,
  message: {
    zh: `手册改动了，版本号却还是 ${version}；已有流程按旧版运行。`,
    en: `The handbook has changed and is still called version ${version}, under which cases are running.`
  },
  fix: { zh: "换一个新的 version，或用 --fresh 重新开始。", en: "Give it a new version, or begin anew with --fresh." }
})
