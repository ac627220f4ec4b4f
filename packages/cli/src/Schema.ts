/**
 * `dualops schema`: the JSON Schema of a handbook, with the sections of the practices that are known here, for editors.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect } from "effect"
import { Command } from "effect/cli"
import * as Config from "./Config.ts"
import { inWords, say, undone } from "./Words.ts"

/** Prints the schema. */
export const command = (language: Bilingual.Language) => {
  const does = inWords(language)("手册的 JSON Schema，供编辑器使用", "the JSON Schema of a handbook, for editors")
  return Command.make("schema", {}, () =>
    Effect.gen(function* () {
      const practices = yield* Config.practices
      const { Practices } = yield* Effect.promise(() => import("@dualops/core/practices"))
      const { Handbook } = yield* Effect.promise(() => import("@dualops/core/handbook"))
      const schema = yield* Effect.try({
        try: () => Handbook.jsonSchema(Practices.formOf(practices)),
        catch: (cause) => (cause instanceof Error ? cause.message : String(cause))
      }).pipe(Effect.catch((why) => undone(`这些能力不能并用：${why}`, `These practices do not go together: ${why}`)))
      yield* say(`${JSON.stringify(schema, null, 2)}\n`)
    })
  ).pipe(
    Command.withShortDescription(does),
    Command.withDescription(
      inWords(language)(
        `${does}：连同 dualops.config.ts 所列能力的章节。手册第一行写 # yaml-language-server: $schema=handbook.schema.json。`,
        "The JSON Schema of a handbook, with the sections of the practices in dualops.config.ts. An editor finds it by the first line of a handbook: # yaml-language-server: $schema=handbook.schema.json"
      )
    ),
    Command.withExamples([{ command: "dualops schema > handbook.schema.json" }])
  )
}
