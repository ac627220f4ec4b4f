/**
 * `dualops schema`: the JSON Schema of a handbook, with the sections of the practices that are known here, for editors.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Config from "./Config.ts"
import * as Handbooks from "./Handbooks.ts"
import { inWords, say, undone } from "./Words.ts"

/** Prints the schema. */
export const command = (language: Bilingual.Language) => {
  const does = inWords(language)("手册的 JSON Schema，供编辑器使用", "the JSON Schema of a handbook, for editors")
  const handbook = Asked.file("handbook", language).pipe(Argument.optional)
  return Command.make("schema", { handbook }, (asked) =>
    Effect.gen(function* () {
      const practices = yield* Config.practices
      const { Practices } = yield* Effect.promise(() => import("@dualops/core/practices"))
      const { EditorSchema } = yield* Effect.promise(() => import("@dualops/core/handbook"))
      const written = Option.isNone(asked.handbook) ? undefined : yield* Handbooks.read(asked.handbook.value, language)
      const schema = yield* Effect.try({
        try: () => EditorSchema.of(Practices.formOf(practices), written),
        catch: (cause) => (cause instanceof Error ? cause.message : String(cause))
      }).pipe(Effect.catch((why) => undone(`这些能力不能并用：${why}`, `These practices do not go together: ${why}`)))
      yield* say(`${JSON.stringify(schema, null, 2)}\n`)
    })
  ).pipe(
    Command.withShortDescription(does),
    Command.withDescription(
      inWords(language)(
        `${does}：连同 dualops.config.ts 所列能力的章节。给出手册时，凡写名字之处列出手册里已有的名字。手册第一行写 # yaml-language-server: $schema=handbook.schema.json。`,
        "The JSON Schema of a handbook, with the sections of the practices in dualops.config.ts. Of a handbook that is named, it offers the names wherever one has to stand. An editor finds it by the first line of a handbook: # yaml-language-server: $schema=handbook.schema.json"
      )
    ),
    Command.withExamples([
      { command: "dualops schema > handbook.schema.json" },
      { command: "dualops schema handbook.yaml > handbook.schema.json" }
    ])
  )
}
