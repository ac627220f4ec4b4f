/**
 * `check --watch`: checks again whenever a file has changed. Whether an editor writes a file, puts another in its place or takes it away for a
 * moment, whether a link leads to it, and on whichever disk: what a look at the file tells has changed, so it is looked at.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Console, Effect, FileSystem, Option } from "effect"
import { TerminalCapabilities } from "effect/cli"
import { complain, type Found, inWords, safe, say, type Undone } from "./Words.ts"

/** Between two looks. */
const pause = "200 millis"

/** Checks now, and again after every change, until it is interrupted. */
export const run = Effect.fn("Watch.run")(function* <R>(
  files: ReadonlyArray<string>,
  language: Bilingual.Language,
  check: Effect.Effect<void, Found | Undone, R>
) {
  const { canAnimate } = yield* TerminalCapabilities.TerminalCapabilities
  const words = inWords(language)
  while (true) {
    const before = yield* look(files)
    if (canAnimate) yield* Console.clear
    yield* Effect.catchTags(check, {
      "Dualops.Found": () => Effect.void,
      "Dualops.Undone": (error) => complain(safe(error[language]))
    })
    yield* say(words("等待改动，按 Ctrl-C 结束。", "Waiting for a change; Ctrl-C ends."))
    yield* changed(files, before)
  }
})

/** Waits until the files are others than before, and nobody writes to them any longer. */
const changed = Effect.fnUntraced(function* (files: ReadonlyArray<string>, before: string) {
  let last = before
  while (true) {
    yield* Effect.sleep(pause)
    const now = yield* look(files)
    if (now !== before && now === last) return
    last = now
  }
})

/** What tells one state of the files from another. */
const look = Effect.fnUntraced(function* (files: ReadonlyArray<string>) {
  const { stat } = yield* FileSystem.FileSystem
  const looks = yield* Effect.forEach(files, (file) => Effect.option(stat(file)))
  return looks
    .map(
      Option.match({
        onNone: () => "",
        onSome: ({ dev, ino, mtime, size }) =>
          [dev, Option.getOrElse(ino, () => 0n), Option.getOrUndefined(mtime)?.getTime(), size].join()
      })
    )
    .join("\n")
})
