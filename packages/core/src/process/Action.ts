/**
 * What must now happen outside: data with an idempotency key. A carrier does it, and its outcome comes back as a step of the world:
 * done, refused, or *unknown*.
 *
 * @module
 */
import { Schema } from "effect"
import type { CaseId } from "./Case.ts"

/** A kind of action: its name, what it is asked, and what it answers when it is done. */
export interface Kind<Name extends string, Request, Done> {
  readonly name: Name
  readonly request: Schema.Codec<Request, Schema.Json>
  readonly done: Schema.Codec<Done, Schema.Json>
  /**
   * Whether carrying it twice does no harm. An action that is not repeatable and was cut off half-way is *unknown*: it is never
   * started again.
   */
  readonly repeatable: boolean
}

/** Fields that need no service to be read or written. */
type Fields = Readonly<Record<string, Schema.Codec<unknown, unknown>>>

/** Any kind of action. */
export type AnyKind = Kind<string, unknown, unknown>

/** A kind of action, from the fields of what it is asked and of what it answers. */
export const kind = <const Name extends string, Request extends Fields, Done extends Fields>(declaration: {
  readonly name: Name
  readonly request: Request
  readonly done: Done
  readonly repeatable: boolean
}): Kind<Name, Schema.Struct<Request>["Type"], Schema.Struct<Done>["Type"]> => ({
  ...declaration,
  request: Schema.toCodecJson(Schema.Struct(declaration.request)),
  done: Schema.toCodecJson(Schema.Struct(declaration.done))
})

/** One action of one case, waiting for its carrier. */
export interface Action {
  /** The same for ever, so that a second try can be told from a second action. */
  readonly key: string
  readonly process: string
  readonly case: CaseId
  /** How many events the case had when it asked for it. */
  readonly version: number
  /** The step that asked for it. */
  readonly step: string
  /** What the process calls it; its {@link Kind} stands there under this name. */
  readonly name: string
  readonly request: unknown
}

/** The key of what a step asks for: of the only one of that name, or of the one at that place of a list. */
export const keyOf = (
  { case: id, process, version }: Pick<Action, "case" | "process" | "version">,
  name: string,
  index?: number
): string => {
  const key = `${process}/${id}/${version}/${name}`
  return index === undefined ? key : `${key}/${index}`
}

/** The input of the step that reports a refusal: it did not happen, and would not if it were asked again. */
export const refused = { code: Schema.String, detail: Schema.String }

/** The input of the step that reports an unknown outcome: it may have happened. */
export const unknown = { detail: Schema.String }
