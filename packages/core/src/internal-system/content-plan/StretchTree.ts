/**
 * The seats of a plan as the leaves of a binary tree in which every stretch of the calendar is a node: what is below comes first.
 *
 * @module
 */
import type { Model, Stretch } from "./Model.ts"

/** A node; where there is no other node, -1. */
export interface Node {
  readonly parent: number
  readonly left: number
  readonly right: number
  /** The seat of a leaf. */
  readonly seat: number
  readonly stretch: Stretch | undefined
}

/** The tree: the leaf of each seat, and the next node of a stretch above each node. */
export interface Tree {
  readonly nodes: ReadonlyArray<Node>
  readonly leaves: Int32Array
  readonly above: Int32Array
}

/** The tree of a model: halves are made of neighbours, level by level. */
export const treeOf = ({ seats, stretches }: Pick<Model, "seats" | "stretches">): Tree => {
  const nodes: Array<Node> = []
  const parents: Array<number> = []
  const add = (left: number, right: number, seat: number, stretch?: Stretch): number => {
    const at = nodes.length
    nodes.push({ parent: -1, left, right, seat, stretch })
    if (left >= 0) parents[left] = at
    if (right >= 0) parents[right] = at
    return at
  }
  const halved = (all: ReadonlyArray<number>): ReadonlyArray<number> =>
    all.length <= 2
      ? all
      : halved(
          Array.from({ length: Math.ceil(all.length / 2) }, (_, index) => {
            const [left = -1, right] = all.slice(index * 2, index * 2 + 2)
            return right === undefined ? left : add(left, right, -1)
          })
        )
  let row = seats.map((_, seat) => ({ node: add(-1, -1, seat), from: seat }))
  const leaves = Int32Array.from(row, ({ node }) => node)
  for (const level of stretches) {
    let next = 0
    row = level.map((stretch) => {
      const first = next
      while ((row[next]?.from ?? stretch.until) < stretch.until) next++
      const [left = -1, right = -1] = halved(row.slice(first, next).map(({ node }) => node))
      return { node: add(left, right, -1, stretch), from: stretch.from }
    })
  }
  const whole = nodes.map((node, at) => ({ ...node, parent: parents[at] ?? -1 }))
  const above = new Int32Array(whole.length).fill(-1)
  for (let at = whole.length - 1; at >= 0; at--) {
    const parent = whole[at]?.parent ?? -1
    above[at] = parent < 0 || whole[parent]?.stretch !== undefined ? parent : (above[parent] ?? -1)
  }
  return { nodes: whole, leaves, above }
}
