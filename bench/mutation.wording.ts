/**
 * What people read is no rule: another wording is no mistake, so sentences are left as they are.
 *
 * @module
 */

/** A place in a source, as far as this has to know it. */
interface Node {
  readonly type: string
  readonly kind?: string
  readonly key?: Node & { readonly name?: string }
  readonly properties?: ReadonlyArray<Node>
}

const isTranslation = ({ key, type }: Node) => type === "ObjectProperty" && (key?.name === "zh" || key?.name === "en")

const isWording = (node: Node) =>
  isTranslation(node) ||
  (node.type === "ObjectExpression" && node.properties?.length === 2 && node.properties.every(isTranslation)) ||
  (node.type === "ClassMethod" && node.kind === "get" && node.key?.name === "message")

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "wording",
    value: {
      shouldIgnore: ({ node }: { readonly node: Node }) =>
        isWording(node) ? "another wording is no mistake" : undefined
    }
  }
]
