/**
 * What the tools answer, as schemas.
 *
 * @module
 */
import { Bilingual, Finding } from "@dualops/core/finding"
import { Schema } from "effect"
import { CaseJson, type Problem } from "../api/Words.ts"

const Said = Bilingual.Bilingual
const Named = Schema.Struct({ name: Schema.String, title: Said })
/** What a case is about may be nothing. */
const Line = Schema.Struct({ zh: Schema.String, en: Schema.String })

/** A tool that takes a step. */
export const Offered = Schema.Struct({
  tool: Schema.String,
  title: Line,
  /** What its input begins with: a draft as it stands, an answer that was suggested. */
  opensWith: Schema.optionalKey(Schema.Json)
})
const next = Schema.optionalKey(Schema.String)

/** The desk. */
export const Desk = Schema.Struct({
  items: Schema.Array(Schema.Struct({ case: CaseJson, tools: Schema.Array(Offered) })),
  next,
  begin: Schema.Array(Schema.Struct({ tool: Schema.String, title: Line, accounts: Schema.Array(Schema.String) }))
})

/** A case. */
export const OneCase = Schema.Struct({ case: CaseJson, tools: Schema.Array(Offered) })

/** An event as the log has it; `version` is that of the case with it. */
export const Event = Schema.Struct({ version: Schema.Int, event: Schema.Unknown })

/** A history. */
export const History = Schema.Struct({ items: Schema.Array(Event), next })

/** What has happened since. */
export const News = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({ process: Schema.String, case: Schema.String, state: Schema.String, ...Event.fields })
  ),
  /** The cursor: always there, and to be kept. */
  next: Schema.String,
  isAll: Schema.Boolean
})

/** What was found. */
export const Found = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({ process: Named, case: Schema.String, version: Schema.Int, state: Named, about: Line })
  ),
  next
})

/** Why something is not done. */
export const Against = Schema.Struct({
  refused: Schema.String,
  said: Said,
  findings: Schema.optionalKey(Schema.Array(Finding.Finding))
})

/** Whether a step would be taken, and what there is to be said of it whether or not. */
export const Checked = Schema.Struct({
  taken: Schema.Boolean,
  against: Schema.optionalKey(Against),
  advice: Schema.optionalKey(Schema.Array(Finding.Finding))
})

/** A refusal as a tool says it. */
export const againstOf = ({ findings, said, title }: Problem): typeof Against.Type => ({
  refused: title,
  said: findings === undefined ? said : inBoth(findings),
  ...(findings && { findings })
})

const inBoth = (findings: ReadonlyArray<Finding.Finding>): Bilingual.Bilingual => ({
  zh: findings.map(({ message }) => message.zh).join(""),
  en: findings.map(({ message }) => message.en).join(" ")
})

/** The pages of the house as papers. */
export const Papers = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({ account: Schema.String, name: Schema.String, title: Said, text: Schema.optionalKey(Schema.String) })
  ),
  next
})
