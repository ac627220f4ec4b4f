/**
 * Keeps every edition of the handbook that a case was begun under, for the cases that still run by it.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Finding, type Handbook, HandbookFile } from "@dualops/core"
import { Equal, Result } from "effect"
import type { Files } from "./Files.ts"

/** The files of a day, and the editions that came before. */
export interface Kept extends Files {
  readonly earlier: ReadonlyArray<Handbook.Handbook>
}

/** Puts this edition beside the earlier ones; a changed handbook under an old version is a mistake. */
export const keep = (out: string, file: string, files: Files): Result.Result<Kept, ReadonlyArray<Finding.Finding>> => {
  const folder = join(out, "handbooks")
  const kept = join(folder, `${createHash("sha256").update(files.handbook.version).digest("hex").slice(0, 16)}.yaml`)
  if (existsSync(kept)) {
    const before = HandbookFile.read(kept, readFileSync(kept, "utf8"))
    if (Result.isFailure(before)) return Result.fail(before.failure)
    // A comment or another line break is no other edition.
    if (!Equal.equals(before.success, files.handbook)) {
      return Result.fail([changedWithoutVersion(file, files.handbook.version)])
    }
  }
  writeFileSync(kept, files.handbookText)
  const earlier = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((name) => name !== kept)
    .map((name) => HandbookFile.read(name, readFileSync(name, "utf8")))
  const broken = earlier.flatMap((read) => (Result.isFailure(read) ? read.failure : []))
  return broken.length > 0
    ? Result.fail(broken)
    : Result.succeed({ ...files, earlier: earlier.flatMap((read) => (Result.isSuccess(read) ? [read.success] : [])) })
}

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
