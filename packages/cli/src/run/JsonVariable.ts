/**
 * Variables of the environment that hold the settings of a system, as one line of JSON.
 *
 * @module
 */
import { Schema } from "effect"
import type { Wrong } from "./Wrong.ts"

/** The settings that stand in a value, where they do. */
export const decode = <A>(settings: Schema.Codec<A, unknown>, value: string) =>
  Schema.decodeUnknownResult(Schema.fromJsonString(settings))(value)

/** A variable that does not hold the settings of a system, of which a page shows the form; never what stands in it. */
export const wrong = (path: string, variable: string, system: string, page: string): Wrong => ({
  path,
  message: {
    zh: `环境变量 ${variable} 里不是 ${system} 的设置。`,
    en: `The variable ${variable} does not hold the settings of ${system}.`
  },
  fix: {
    zh: `写成一行 JSON，形式见 ${page} 的说明。`,
    en: `Write them as one line of JSON, as the page of ${page} shows it.`
  }
})
