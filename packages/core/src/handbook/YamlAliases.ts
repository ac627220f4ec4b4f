/**
 * Anchors and aliases: every alias has an anchor before it, nothing contains itself, and what they unfold to is no more than anybody
 * writes.
 *
 * @module
 */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from "yaml"
import type { Bilingual } from "../finding/Bilingual.ts"
import { mostWords } from "./YamlBounds.ts"
import * as Words from "./YamlMessages.ts"

/** What is wrong with an alias, and the offset at which it stands. */
export interface Fault {
  readonly offset: number
  readonly problem: Bilingual
  readonly fix?: Bilingual
  /** Aliases of one name lack one anchor. */
  readonly root?: string
}

/** Everything that is wrong with the aliases of a document; nothing is unfolded to find out. */
export const faults = (document: Document.Parsed): ReadonlyArray<Fault> => {
  const found: Array<Fault> = []
  const anchors = new Map<string, object>()
  const open = new Set<object>()
  const sizes = new Map<object, number>()
  let unfolded = 0

  /** How many keys and values the node unfolds to. An anchor is the last one of its name before the alias. */
  const size = (node: unknown): number => {
    if (isPair(node)) return size(node.key) + size(node.value)
    if (isAlias(node)) {
      const offset = node.range?.[0] ?? 0
      const target = anchors.get(node.source)
      if (target === undefined)
        found.push({ offset, ...Words.noAnchor(node.source, [...anchors.keys()]), root: `&${node.source}` })
      else if (open.has(target)) found.push({ offset, ...Words.inItself(node.source) })
      else {
        const more = sizes.get(target) ?? 1
        if (unfolded <= mostWords && unfolded + more > mostWords) found.push({ offset, problem: Words.aliases })
        unfolded += more
        return more
      }
      return 1
    }
    if (!isMap(node) && !isSeq(node)) {
      if (isScalar(node) && node.anchor !== undefined) anchors.set(node.anchor, node)
      return 1
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node)
    open.add(node)
    const sum = Math.min(
      node.items.reduce<number>((all, item) => all + size(item), 1),
      mostWords + 1
    )
    open.delete(node)
    sizes.set(node, sum)
    return sum
  }
  size(document.contents)
  return found
}
