/**
 * Whether something that must not be done twice can be asked for again while nobody knows whether it was done.
 *
 * That is sound only where both hold, whatever they are called: it was looked for on the way, by a repeatable action that ends where the
 * first one would have ended, and was left only when that look had come back or by a step that has an `unless`; and the new request can say
 * that there was an earlier attempt, in an optional field that it has from the state, so that its carrier looks once more.
 *
 * @module
 */
import { Schema, SchemaAST } from "effect"
import { leadsTo } from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import type { Edge } from "./Graph.ts"

/** A step that asks for an action again, the way to it from where it was asked for first, and what is missing. */
export interface Again {
  readonly action: string
  readonly step: string
  readonly way: ReadonlyArray<Edge>
  /** Whether it was asked for again without having been looked for. */
  readonly unlooked: boolean
  /** Whether the new request cannot say that there was an earlier attempt. */
  readonly untold: boolean
}

/** Every unsound second asking: for each action and each step that asks for it again, the shortest way. */
export const askedTwice = (process: Any, all: ReadonlyArray<Edge>): ReadonlyArray<Again> =>
  Object.entries(process.outcomes).flatMap(([action, { done, refused, unknown }]) => {
    if (process.actions[action]?.repeatable !== false) return []
    const told = new Set([done, refused].filter((step) => step !== unknown))
    const walk: Walk = { action, looks: looksFor(process, action), moves: all.filter(({ step }) => !told.has(step)) }
    const found = secondAskings(process, walk)
    return [...new Set(found.map(({ step }) => step))].flatMap((step) => {
      const ways = found.filter((one) => one.step === step)
      const blind = ways.find(({ looked }) => !looked)
      const way = (blind ?? ways[0])?.way ?? []
      const again = { action, step, way, unlooked: blind !== undefined, untold: !canTell(process, action, step) }
      return again.unlooked || again.untold ? [again] : []
    })
  })

interface Walk {
  readonly action: string
  /** The names of the actions that look for it. */
  readonly looks: ReadonlyArray<string>
  /** Every way a case can move while no outcome has come that says whether it was done. */
  readonly moves: ReadonlyArray<Edge>
}

type Phase = "asked" | "looking" | "looked"

interface Second {
  readonly step: string
  readonly way: ReadonlyArray<Edge>
  readonly looked: boolean
}

/** Breadth first over where the case stands and whether it was looked for: the ways are the shortest. */
const secondAskings = (process: Any, walk: Walk): ReadonlyArray<Second> => {
  // A step that asks only in some of the states it leads to does so where the outcome can be taken in.
  const waits = process.steps[process.outcomes[walk.action]?.unknown ?? ""]?.from ?? []
  const asks = ({ step, to }: Edge) => process.steps[step]?.performs[walk.action] !== undefined && waits.includes(to)
  const seen = new Set<string>()
  const found: Array<Second> = []
  let frontier = walk.moves.filter(asks).map((edge) => ({ way: [edge], at: edge.to, phase: "asked" as Phase }))
  while (frontier.length > 0) {
    const next: typeof frontier = []
    for (const { at, phase, way } of frontier) {
      if (seen.has(`${phase} ${at}`)) continue
      seen.add(`${phase} ${at}`)
      for (const edge of walk.moves) {
        if (edge.from !== at) continue
        const after = phaseAfter(process, walk, phase, edge)
        const on = [...way, edge]
        if (asks(edge)) found.push({ step: edge.step, way: on, looked: after === "looked" })
        else next.push({ way: on, at: edge.to, phase: after })
      }
    }
    frontier = next
  }
  return found
}

const phaseAfter = (process: Any, { looks }: Walk, phase: Phase, { step: name }: Edge): Phase => {
  const step = process.steps[name]
  if (phase === "looked" || step === undefined) return phase
  if (phase === "looking") {
    const isComingBack = looks.some((look) => Object.values(process.outcomes[look] ?? {}).includes(name))
    return isComingBack || step.unless !== undefined ? "looked" : phase
  }
  return looks.some((look) => step.performs[look] !== undefined) ? "looking" : phase
}

/** The repeatable actions whose `done` leads to where this one's would have led. */
const looksFor = (process: Any, action: string): ReadonlyArray<string> => {
  const ends = (name: string): ReadonlyArray<string> => {
    const step = process.steps[process.outcomes[name]?.done ?? ""]
    return step === undefined ? [] : step.from.flatMap((from) => leadsTo(step, from))
  }
  const itsEnds = ends(action)
  return Object.keys(process.outcomes).filter(
    (name) => process.actions[name]?.repeatable === true && ends(name).some((end) => itsEnds.includes(end))
  )
}

/** Whether the request has an optional field that a state has as well in which the step asks for it. */
const canTell = (process: Any, action: string, step: string): boolean => {
  const request = process.actions[action]?.request
  const declared = process.steps[step]
  if (request === undefined || declared === undefined) return false
  const asked = optionalFields(Schema.toType(request).ast)
  const states = Schema.toType(process.state).ast
  const arrives = declared.from.flatMap((from) => leadsTo(declared, from))
  return (SchemaAST.isUnion(states) ? states.types : [states]).some(
    (state) => arrives.includes(tagOf(state) ?? "") && optionalFields(state).some((field) => asked.includes(field))
  )
}

const optionalFields = (ast: SchemaAST.AST): ReadonlyArray<PropertyKey> =>
  SchemaAST.isObjects(ast)
    ? ast.propertySignatures.flatMap(({ name, type }) => (SchemaAST.isOptional(type) ? [name] : []))
    : []

const tagOf = (ast: SchemaAST.AST): string | undefined => {
  const tag = SchemaAST.isObjects(ast) ? ast.propertySignatures.find(({ name }) => name === "_tag")?.type : undefined
  return tag !== undefined && SchemaAST.isLiteral(tag) && typeof tag.literal === "string" ? tag.literal : undefined
}
