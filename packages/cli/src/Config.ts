/**
 * The practices that a command knows: those of the house, or those that `dualops.config.ts` beside it names, if it names some.
 *
 *     import { Practices } from "@dualops/core/practices"
 *     import { prizes } from "./prizes.ts"
 *     export default { practices: [...Practices.house, prizes] }
 *
 * @module
 */
import type { Practice } from "@dualops/core/practices"
import { Effect, FileSystem, Predicate } from "effect"
import * as OwnModule from "./OwnModule.ts"
import { undone } from "./Words.ts"

const names = ["ts", "mts", "js", "mjs"].map((ending) => `dualops.config.${ending}`)

/** The practices of the working directory. */
export const practices = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem
  const [file] = yield* Effect.filter(names, (name) => Effect.isSuccess(files.stat(name)))
  if (file === undefined) return yield* house
  const named = yield* Effect.tryPromise({
    try: () => OwnModule.load(file),
    catch: (cause) => (cause instanceof Error ? cause.message : String(cause))
  }).pipe(Effect.catch((why) => undone(`${file} 无法运行：${why}`, `${file} cannot be run: ${why}`)))
  if (!isConfig(named))
    return yield* undone(
      `${file} 应写 export default { practices: [...Practices.house, …] }。`,
      `${file} has to say export default { practices: [...Practices.house, …] }.`
    )
  return named.practices ?? (yield* house)
})

const house = Effect.map(
  Effect.promise(() => import("@dualops/core/practices")),
  ({ Practices }) => Practices.house
)

const isConfig = (value: unknown): value is { readonly practices?: ReadonlyArray<Practice.Practice> } =>
  typeof value === "object" &&
  value !== null &&
  (!("practices" in value) || (Array.isArray(value.practices) && value.practices.every(isPractice)))

const isPractice = (value: unknown): value is Practice.Practice =>
  ["name", "title", "sections", "runs", "rules", "pages"].every((key) => Predicate.hasProperty(value, key))
