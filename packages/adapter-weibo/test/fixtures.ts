/** Weibo's samples and recordings, read from where they are kept; tests that need them are skipped aloud where they are not. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { it } from "@effect/vitest"

/** Beside the repository, or beside the folder that its worktrees are in. */
const places = ["../../../../shared", "../../../../../shared"].map((path) => join(import.meta.dirname, path))
const root = [process.env.DUALOPS_SHARED ?? "", ...places].map((place) => join(place, "weibo")).find(existsSync)

/** A test on the fixtures, skipped with a word where they are absent. */
export const withFixtures = (sentence: string, body: () => void | Promise<void>): void =>
  it.skipIf(root === undefined)(
    root === undefined ? `${sentence} (skipped: no fixtures beside the repository)` : sentence,
    body
  )

export const text = (path: string): string => readFileSync(join(root ?? "", path), "utf8")
/** A file's value, as what the test knows it to be: a file that is something else fails the test. */
export const json = <A>(path: string): A => JSON.parse(text(path)) as A
export const list = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root ?? "", folder)).map((name) => `${folder}/${name}`)

/** Every file, whatever folder it is in. */
export const everything = (): ReadonlyArray<string> =>
  readdirSync(root ?? "", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => relative(root ?? "", join(parentPath, name)))

/** What the files of a folder hold; nothing where there are no fixtures. */
export const texts = (folder: string): ReadonlyArray<string> => (root === undefined ? [] : list(folder).map(text))
