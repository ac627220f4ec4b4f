/**
 * The document that describes the API (OpenAPI 3.1): made of the API, and for each step of a person of each process of the house with an address of its own,
 * which says what that step is told.
 *
 * @module
 */
import { Offers } from "@dualops/core/operations"
import { Declaration, type Process } from "@dualops/core/process"
import { Record, type Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { api } from "./Api.ts"

const template = "/api/cases/{process}/{case}/{step}"

/** The document. */
export const of = (processes: ReadonlyArray<Process.Any>, base: string): Schema.Json => {
  const spec = OpenApi.fromApi(api)
  const pattern = spec.paths[template]?.post
  const schemas: Record<string, unknown> = { ...spec.components.schemas }
  const paths: Record<string, unknown> = { ...spec.paths }
  for (const process of processes) {
    for (const [step, { by }] of Object.entries(process.steps)) {
      if (!Declaration.isPersonal(by) || pattern === undefined) continue
      const input = lifted(Offers.inputOf(process, step), `${process.name}.${step}`, schemas)
      paths[`/api/cases/${process.name}/{case}/${step}`] = { post: operationOf(pattern, process, step, input) }
    }
  }
  const tags = [
    ...(spec.tags ?? []),
    ...processes.map(({ name, title }) => ({ name, description: `${title.zh} · ${title.en}` }))
  ]
  // What is made of JSON is JSON.
  return {
    ...spec,
    servers: [{ url: base === "" ? "/" : base }],
    paths: Record.map(paths, (operations) => withToken(Object(operations))),
    tags,
    security: [{ token: [] }],
    components: { ...spec.components, schemas, securitySchemes: { token: { type: "http", scheme: "bearer" } } }
  } as unknown as Schema.Json
}

/** The document says once for all what a program proves itself by. */
const withToken = (operations: Readonly<Record<string, object>>) =>
  Record.map(operations, (one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== "security")))

const operationOf = (pattern: OpenApi.OpenAPISpecOperation, process: Process.Any, step: string, input: unknown) => {
  const title = process.steps[step]?.title
  return {
    ...pattern,
    tags: [process.name],
    operationId: `${process.name}.${step}`,
    summary: `${title?.zh} · ${title?.en}`,
    parameters: pattern.parameters.filter(({ name }) => name !== "process" && name !== "step"),
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            type: "object",
            // An order that leaves its input out tells nothing.
            properties: { input, expected: { type: "integer", minimum: 0 }, account: { type: "string" } },
            ...(Object.hasOwn(Object(input), "required") && { required: ["input"] }),
            additionalProperties: false
          }
        }
      }
    }
  }
}

/** A schema that may stand in the document: what it has defined for itself is defined there, under a name of its own. */
const lifted = (schema: object, name: string, schemas: Record<string, unknown>): unknown => {
  const nameOf = (own: string) => `${name}.${own}`.replace(/[^\w.-]/g, "_")
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) =>
        key === "$ref" && typeof part === "string"
          ? [key, part.replace(/^#\/\$defs\/(.*)$/, (_, own) => `#/components/schemas/${nameOf(own)}`)]
          : [key, moved(part)]
      )
    )
  }
  const { $defs = {}, ...rest } = schema as { readonly $defs?: Readonly<Record<string, unknown>> }
  for (const [own, definition] of Object.entries($defs)) schemas[nameOf(own)] = moved(definition)
  return moved(rest)
}
