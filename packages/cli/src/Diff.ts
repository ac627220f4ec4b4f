/**
 * `dualops diff`: what a new edition of a handbook changes, and for whom. An edition that changes something without a new name is an error.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect } from "effect"
import { Command } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Config from "./Config.ts"
import * as Files from "./Files.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Print from "./Print.ts"
import { complain, Found, inWords, safe } from "./Words.ts"

/** Compares two editions. */
export const command = (language: Bilingual.Language) => {
  const [before, after] = [Asked.file("old", language), Asked.file("new", language)]
  return Command.make("diff", { before, after, ...Asked.page(language) }, (asked) =>
    Effect.gen(function* () {
      const files = [asked.before, asked.after]
      yield* Files.onlyOnce(files)
      const format = yield* Asked.formatOf(asked)
      const one = yield* Handbooks.read(asked.before, language)
      const other = yield* Handbooks.read(asked.after, language)
      const { Changes } = yield* Effect.promise(() => import("@dualops/core/handbook"))
      const { ChangesPage } = yield* Effect.promise(() => import("@dualops/core/pages"))
      const changes = Changes.between(one, other)
      yield* Print.put(ChangesPage.of(changes, yield* Config.practices), {
        format,
        language,
        out: asked.out,
        read: files
      })
      if (!Changes.haveOneName(changes)) return
      // The page says so as well; it may have gone into a file.
      yield* complain(safe(ChangesPage.oneName(changes)[language]))
      return yield* new Found()
    })
  ).pipe(
    Command.withShortDescription(inWords(language)("新版改了什么，影响谁", "what a new edition changes, and for whom")),
    Command.withDescription(
      inWords(language)(
        "新版改了什么：对所有人、每个人、每个角色。内容不同而版本名相同，是错误。",
        "What a new edition changes, for everybody, each person and each role. Two that differ under one version are an error."
      )
    ),
    Command.withExamples([{ command: "dualops diff old.yaml new.yaml --out changes.html" }])
  )
}
