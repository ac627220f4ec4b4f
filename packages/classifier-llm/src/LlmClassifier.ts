/**
 * A classifier that asks a language model about what the built-in one is not sure of. Whatever the model does, every text has a judgement.
 *
 * @module
 */
import { BuiltIn, Classifier, type Judgement } from "@dualops/core/triage"
import { Cause, type Duration, Effect, Layer } from "effect"
import { LanguageModel } from "effect/ai"
import * as LlmAnswer from "./LlmAnswer.ts"

/** How the model is asked. */
export interface Settings {
  /** The model's name, as judgements bear it. */
  readonly name: string
  /** Whether it is asked about every text, or about those that the built-in classifier is not sure of, which is the default. */
  readonly about?: "every text" | "what is unsure"
  /** How many texts are asked about at a time; 4 if nothing is said. */
  readonly concurrency?: number
  /** How long an answer may take; half a minute if nothing is said. */
  readonly patience?: Duration.Input
}

/** The classifier. It needs a `LanguageModel` of `effect/ai`, which a provider's package makes. */
export const layer = (settings: Settings): Layer.Layer<Classifier.Classifier, never, LanguageModel.LanguageModel> =>
  Layer.effect(
    Classifier.Classifier,
    Effect.gen(function* () {
      const model = yield* LanguageModel.LanguageModel
      const builtIn = BuiltIn.judge(BuiltIn.model)
      const one = (text: string) => {
        const first = builtIn(text)
        // Of a text without a sign there is nothing to ask.
        const isBlank = first.probabilities.noise === 1
        const isAsked = !isBlank && (settings.about === "every text" || !first.sure)
        return isAsked ? asked(model, settings, text, first) : Effect.succeed(first)
      }
      return { judge: (texts) => Effect.forEach(texts, one, { concurrency: settings.concurrency ?? 4 }) }
    })
  )

const asked = (
  model: LanguageModel.LanguageModel,
  { name, patience = "30 seconds" }: Settings,
  text: string,
  builtIn: Judgement.Judgement
): Effect.Effect<Judgement.Judgement> =>
  model
    .generateObject({
      objectName: "judgement",
      schema: LlmAnswer.LlmAnswer,
      prompt: [
        { role: "system", content: LlmAnswer.instructions },
        { role: "user", content: [{ type: "text", text: LlmAnswer.question(text) }] }
      ]
    })
    .pipe(
      Effect.timeout(patience),
      Effect.map(({ value }) => LlmAnswer.judgement(value, text, builtIn, name)),
      // A provider that throws is no better than one that refuses: nobody waits for a judgement because of it.
      Effect.catchCause((cause) =>
        Cause.hasInterruptsOnly(cause) ? Effect.interrupt : Effect.succeed({ ...builtIn, note })
      )
    )

const note = {
  zh: "语言模型没有给出可用的回答，以下是内置分类器的判断。",
  en: "The language model gave no answer that can be used; this is what the built-in classifier says."
}
