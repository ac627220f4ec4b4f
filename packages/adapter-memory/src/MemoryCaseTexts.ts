/**
 * The words of cases in memory: the reference for those that last, and enough for tests.
 *
 * @module
 */
import { CaseTexts } from "@dualops/core/operations"
import { Effect, Layer } from "effect"

/** No words yet. */
export const layer: Layer.Layer<never> = Layer.sync(CaseTexts.CaseTexts, () => {
  const nameOf = ({ case: id, process }: Pick<CaseTexts.Said, "case" | "process">) => JSON.stringify([process, id])
  const kept = new Map<string, CaseTexts.Said & CaseTexts.Found>()
  let position = 0
  let places = 0
  return {
    position: Effect.sync(() => position),
    keep: (heard) =>
      Effect.sync(() => {
        if (heard.after !== position) return false
        position = heard.position
        for (const said of heard.said) {
          const before = kept.get(nameOf(said))
          const text = before === undefined ? said.text : `${before.text}\n${said.text}`
          kept.set(nameOf(said), { ...said, text, place: before?.place ?? ++places })
        }
        return true
      }),
    replace: (said) =>
      Effect.sync(() => {
        const before = kept.get(nameOf(said))
        if (before !== undefined) kept.set(nameOf(said), { ...before, text: said.text })
      }),
    clear: Effect.sync(() => {
      kept.clear()
      position = 0
    }),
    find: (words, limit, before = Number.MAX_SAFE_INTEGER) =>
      Effect.sync(() =>
        [...kept.values()]
          .filter(({ place, text }) => place < before && words.every((word) => text.includes(word)))
          .sort((one, other) => other.place - one.place)
          .slice(0, limit)
          .map(({ case: id, place, process }) => ({ case: id, place, process }))
      )
  }
})
