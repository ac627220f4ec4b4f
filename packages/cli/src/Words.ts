/**
 * The words of the command line: the language of a run, how a command ends, and what it says where.
 *
 * A command that did what was asked ends with 0. `Found` ends it with 1: a file has errors, and they have been printed. `Undone` ends it
 * with 2: nothing could be done, and one sentence says why.
 *
 * @module
 */
import { type Bilingual, FindingText } from "@dualops/core/finding"
import { Console, Effect, Runtime, Schema } from "effect"

/** The language that `--lang` asks for, wherever it stands: English as it is. It is needed before anything can be said of the rest. */
export const languageOf = (args: ReadonlyArray<string>): Bilingual.Language => {
  const written = args.slice(0, args.includes("--") ? args.indexOf("--") : args.length)
  const asked = written.findLast((arg, at) => arg.startsWith("--lang=") || written[at - 1] === "--lang")
  return asked === "zh" || asked === "--lang=zh" ? "zh" : "en"
}

/** One of two texts, by the language. */
export const inWords =
  (language: Bilingual.Language) =>
  (zh: string, en: string): string =>
    language === "zh" ? zh : en

/** Files have errors, and they have been said. */
export class Found extends Schema.TaggedError<Found>()("Dualops.Found", {}) {
  override readonly [Runtime.errorExitCode] = 1
}

/** Nothing could be done. */
export class Undone extends Schema.TaggedError<Undone>()("Dualops.Undone", { zh: Schema.String, en: Schema.String }) {
  override readonly [Runtime.errorExitCode] = 2
  override get message(): string {
    return this.en
  }
}

/** Ends a command that cannot do what was asked. */
export const undone = (zh: string, en: string): Undone => new Undone({ zh, en })

/** Prints what was asked for. */
export const say = (text: string): Effect.Effect<void> => (text === "" ? Effect.void : Console.log(ended(text)))

/** Says what is wrong, where nobody takes it for what was asked for. */
export const complain = (text: string): Effect.Effect<void> => (text === "" ? Effect.void : Console.error(ended(text)))

/** Text from elsewhere, line by line without anything that a terminal obeys. */
export const safe = (text: string): string => text.split("\n").map(FindingText.safe).join("\n")

/** The console ends the last line itself. */
const ended = (text: string): string => (text.endsWith("\n") ? text.slice(0, -1) : text)
