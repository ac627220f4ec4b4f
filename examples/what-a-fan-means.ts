/**
 * What fans write is judged with reasons; a person corrects a judgement; a language model is asked about what is not sure. The model here is a local one.
 *
 * @module
 */
import { MemoryObservationStore } from "@dualops/adapter-memory"
import { LlmClassifier } from "@dualops/classifier-llm"
import { AccountId } from "@dualops/core/account"
import { Interaction } from "@dualops/core/interaction"
import { Actor } from "@dualops/core/process"
import { BuiltIn, Classifier, Corrections, Judgement } from "@dualops/core/triage"
import { DateTime, Effect, Layer, Stream } from "effect"
import { LanguageModel } from "effect/ai"

// #region judge
const texts = ["送餐太慢了，菜都凉了，再也不订了", "呵呵，真是好服务[微笑]"]
const judged = Classifier.Classifier.use((classifier) => classifier.judge(texts))

const page = Effect.map(judged, (judgements) =>
  judgements.map((judgement) => {
    const why = judgement.reasons.map(({ piece }) => piece).join(" ")
    return `${Judgement.line(judgement).zh}: ${why}` // 投诉 99%: 凉 慢 不 菜 送
  })
)
export const shown = await Effect.runPromise(Effect.provide(page, BuiltIn.layer()))
// #endregion

// #region correct
const correct = Effect.gen(function* () {
  const [, judgement] = yield* judged
  if (judgement === undefined) return []
  yield* Corrections.record([
    {
      account: AccountId.make("1902538057"),
      text: Interaction.InteractionId.make("5012000000000001"),
      judgement,
      meant: "complaint",
      by: Actor.PersonId.make("lin"),
      at: yield* DateTime.now
    }
  ])
  return [...(yield* Corrections.meant)]
})
// #endregion
export const corrected = await Effect.runPromise(
  Effect.provide(correct, [BuiltIn.layer(), MemoryObservationStore.layer])
)

const answer = { label: "complaint", likelihood: 0.9, negative: 0.9, pieces: ["呵呵"] }
const provider = Layer.effect(
  LanguageModel.LanguageModel,
  LanguageModel.make({
    generateText: () => Effect.succeed([{ type: "text", text: JSON.stringify(answer) }]),
    streamText: () => Stream.empty
  })
)

// #region llm
// `provider` is the `LanguageModel` of effect/ai, from whichever package speaks to yours.
const classifier = LlmClassifier.layer({ name: "a model" }).pipe(Layer.provide(provider))
// #endregion
const judgements = await Effect.runPromise(Effect.provide(judged, classifier))
export const asked = judgements.map(({ by }) => by)
console.log({ shown, corrected, asked })
