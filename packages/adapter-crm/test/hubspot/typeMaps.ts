/** What the official client knows of the forms of requests and answers: the types in its generated models, by which the fake is judged. */
import * as associations from "@hubspot/api-client/lib/codegen/crm/associations/v4/index.js"
import * as objects from "@hubspot/api-client/lib/codegen/crm/objects/index.js"

interface Model {
  readonly getAttributeTypeMap: () => ReadonlyArray<{ readonly baseName: string; readonly type: string }>
}

// The client's models are classes by their names, and lists of words.
const models = { ...associations, ...objects } as unknown as Readonly<Record<string, Model | object>>

const plain: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  "string | null": (value) => value === null || typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  Date: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  any: () => true
}

/** What a value has that its type does not, or in another form. */
export const objections = (type: string, value: unknown, path = "$"): ReadonlyArray<string> => {
  const isPlain = plain[type]
  if (isPlain !== undefined) return isPlain(value) ? [] : [`${path}: not ${type}`]
  const list = /^Array<(.+)>$/.exec(type)?.[1]
  if (list !== undefined) {
    return Array.isArray(value)
      ? value.flatMap((one, index) => objections(list, one, `${path}[${index}]`))
      : [`${path}: no list`]
  }
  if (typeof value !== "object" || value === null) {
    const words = models[type]
    return words !== undefined && Object.values(words).includes(value) ? [] : [`${path}: not ${type}`]
  }
  const record = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1]
  if (record !== undefined)
    return Object.entries(value).flatMap(([name, one]) => objections(record, one, `${path}.${name}`))
  const model = models[type]
  if (model === undefined || !("getAttributeTypeMap" in model)) return [`${path}: the client knows no ${type}`]
  const types = new Map(model.getAttributeTypeMap().map((one) => [one.baseName, one.type]))
  return Object.entries(value).flatMap(([name, one]) => {
    const its = types.get(name)
    return its === undefined ? [`${path}.${name}: unknown to ${type}`] : objections(its, one, `${path}.${name}`)
  })
}
