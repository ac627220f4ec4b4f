/**
 * The best exchange that a plan has left: some seats take the labels of others, so that it costs less.
 *
 * The seats are the leaves of a binary tree in which every stretch of the calendar is a node. For every node and every two kinds the tree keeps
 * the cheapest way to have one of the first kind less and one of the second more below it: in one half, or by way of a third kind in both. Two
 * ways in the two halves of a node that undo each other are an exchange. So the best of exponentially many is found by looking at every
 * node once; after an exchange only what is above its seats is looked at again.
 *
 * @module
 */
import { changeOf, costOf, type Model } from "./Model.ts"
import { type Node, treeOf } from "./StretchTree.ts"

/** A seat and the label that it takes. */
export type Move = readonly [seat: number, label: number]

/** The plan while it is made better. */
export class Exchange {
  readonly plan: Int32Array
  readonly #model: Model
  readonly #kinds: number
  readonly #nodes: ReadonlyArray<Node>
  readonly #leaves: Int32Array
  readonly #above: Int32Array
  readonly #counts: ReadonlyArray<Int32Array>
  /** By node and two kinds: the price of the cheapest way, and how it goes. */
  readonly #price: Float64Array
  readonly #way: Int32Array
  /** By node: the price of its best exchange, and of which two kinds. */
  readonly #best: Float64Array
  readonly #bestOf: Int32Array

  constructor(model: Model, plan: Int32Array) {
    this.#model = model
    this.plan = plan
    this.#kinds = model.categories.length + 1
    const { above, leaves, nodes } = treeOf(model)
    this.#nodes = nodes
    this.#leaves = leaves
    this.#above = above
    const size = this.#nodes.length
    this.#counts = this.#nodes.map(() => new Int32Array(this.#kinds))
    this.#price = new Float64Array(size * this.#kinds ** 2)
    this.#way = new Int32Array(size * this.#kinds ** 2)
    this.#best = new Float64Array(size)
    this.#bestOf = new Int32Array(size)
    for (const [seat, label] of plan.entries()) {
      this.#count(seat, this.#kindOf(label), 1)
      this.#touched.add(seat)
    }
  }

  /** Makes a move, and says what it costs. */
  move(seat: number, label: number): number {
    const { labels, occasions, seats } = this.#model
    const before = this.plan[seat] ?? 0
    const [from, to] = [this.#kindOf(before), this.#kindOf(label)]
    let price = 0
    const here = seats[seat]
    if (here !== undefined) price += changeOf(here, label) - changeOf(here, before)
    if (from !== to)
      for (let node = this.#over(this.#leaves[seat]); node >= 0; node = this.#over(node))
        price += this.#step(node, from, -1) + this.#step(node, to, 1)
    if (from !== to) {
      this.#count(seat, from, -1)
      this.#count(seat, to, 1)
    }
    for (const [one, by] of [
      [labels[before]?.occasion, -1],
      [labels[label]?.occasion, 1]
    ] as const) {
      const asked = one === undefined ? undefined : occasions[one]
      if (one === undefined || asked === undefined) continue
      const served = this.served(one)
      price += 1000 * (Math.abs(asked.posts - served - by) - Math.abs(asked.posts - served))
      this.#served[one] = served + by
    }
    this.plan[seat] = label
    this.#touched.add(seat)
    return price
  }
  /** The seats whose nodes have to be looked at again. */
  readonly #touched = new Set<number>()

  /** How many posts serve an occasion. */
  served(occasion: number): number {
    this.#served[occasion] ??= this.plan.reduce(
      (sum, label) => sum + (this.#model.labels[label]?.occasion === occasion ? 1 : 0),
      0
    )
    return this.#served[occasion]
  }
  readonly #served: Array<number> = []

  /** Makes exchanges until none is left that makes the plan cheaper, and says what they cost together, and which moves undo them. */
  improve(): { readonly price: number; readonly undo: ReadonlyArray<Move> } {
    let price = 0
    const undo: Array<Move> = []
    for (;;) {
      this.#lookAgain()
      const moves = this.#next()
      if (moves === undefined) return { price, undo: undo.toReversed() }
      for (const [seat, label] of moves) {
        undo.push([seat, this.plan[seat] ?? 0])
        price += this.move(seat, label)
      }
    }
  }

  /** Looks at the nodes above the seats that were touched, those below first. */
  #lookAgain(): void {
    const above = new Set<number>()
    for (const seat of this.#touched)
      for (let node = this.#leaves[seat] ?? -1; node >= 0 && !above.has(node); node = this.#node(node).parent)
        above.add(node)
    this.#touched.clear()
    for (const node of [...above].sort((one, other) => one - other)) this.#look(node)
  }

  /** The moves of the best exchange there is. */
  #next(): ReadonlyArray<Move> | undefined {
    const root = this.#nodes.length - 1
    let [price, node, pair, isExchange] = [-1e-6, -1, 0, false]
    for (let one = 0; one <= root; one++) {
      const of = this.#best[one] ?? 0
      if (of < price) [price, node, pair, isExchange] = [of, one, this.#bestOf[one] ?? 0, true]
    }
    const kinds = this.#kinds
    for (let way = 0; root >= 0 && way < kinds ** 2; way++) {
      const of = this.#price[root * kinds ** 2 + way] ?? 0
      if (of < price) [price, node, pair, isExchange] = [of, root, way, false]
    }
    if (node < 0) return undefined
    const moves: Array<Move> = []
    const [from, to] = [Math.floor(pair / kinds), pair % kinds]
    if (isExchange) {
      const { left, right } = this.#node(node)
      this.#follow(left, from, to, moves)
      this.#follow(right, to, from, moves)
    } else this.#follow(node, from, to, moves)
    return moves
  }

  #follow(node: number, from: number, to: number, moves: Array<Move>): void {
    const { left, right, seat } = this.#node(node)
    if (seat >= 0) {
      const now = this.plan[seat] ?? 0
      const label = this.#model.seats[seat]?.allowed.find((one) => this.#kindOf(one) === to && this.#isAlike(one, now))
      if (label !== undefined) moves.push([seat, label])
      return
    }
    const way = this.#way[(node * this.#kinds + from) * this.#kinds + to] ?? 0
    if (way === 0) this.#follow(left, from, to, moves)
    else if (way === 1) this.#follow(right, from, to, moves)
    else {
      const by = (way - 2) >> 1
      const [first, second] = way % 2 === 0 ? [left, right] : [right, left]
      this.#follow(first, from, by, moves)
      this.#follow(second, by, to, moves)
    }
  }

  /** Finds the cheapest ways of a node by those of its halves. */
  #look(node: number): void {
    const { left, right, seat } = this.#node(node)
    const kinds = this.#kinds
    const base = node * kinds * kinds
    const price = this.#price
    if (seat >= 0) {
      price.fill(Number.POSITIVE_INFINITY, base, base + kinds * kinds)
      const one = this.#model.seats[seat]
      const now = this.plan[seat] ?? 0
      if (one === undefined) return
      for (const label of one.allowed)
        if (label !== now && this.#isAlike(label, now))
          price[base + this.#kindOf(now) * kinds + this.#kindOf(label)] = changeOf(one, label) - changeOf(one, now)
      return
    }
    const [ofLeft, ofRight] = [left * kinds * kinds, right * kinds * kinds]
    let [best, bestOf] = [Number.POSITIVE_INFINITY, 0]
    for (let kind = 0; kind < kinds; kind++) this.#more[kind] = this.#step(node, kind, 1)
    for (let from = 0; from < kinds; from++) {
      const less = this.#step(node, from, -1)
      for (let to = 0; to < kinds; to++) {
        if (from === to) continue
        const at = from * kinds + to
        const [inLeft, inRight] = [price[ofLeft + at] as number, right < 0 ? Infinity : (price[ofRight + at] as number)]
        let cheapest = inLeft <= inRight ? inLeft : inRight
        let way = inLeft <= inRight ? 0 : 1
        if (right >= 0) {
          const back = inLeft + (price[ofRight + to * kinds + from] as number)
          if (back < best) [best, bestOf] = [back, at]
          for (let by = 0; by < kinds; by++) {
            if (by === from || by === to) continue
            // Every index is one of the tree's; the casts spare the inner loop its checks.
            const there = (price[ofLeft + from * kinds + by] as number) + (price[ofRight + by * kinds + to] as number)
            if (there < cheapest) [cheapest, way] = [there, 2 + by * 2]
            const other = (price[ofRight + from * kinds + by] as number) + (price[ofLeft + by * kinds + to] as number)
            if (other < cheapest) [cheapest, way] = [other, 3 + by * 2]
          }
        }
        price[base + at] = cheapest + less + (this.#more[to] as number)
        this.#way[base + at] = way
      }
    }
    this.#best[node] = best
    this.#bestOf[node] = bestOf
  }

  /** What one more of each kind costs the node that is looked at. */
  readonly #more: Array<number> = []

  /** What it costs a node to have one more or one less of a kind. */
  #step(node: number, kind: number, by: 1 | -1): number {
    const { stretch } = this.#node(node)
    if (stretch === undefined) return 0
    const count = this.#counts[node]?.[kind] ?? 0
    return costOf(stretch, kind, count + by) - costOf(stretch, kind, count)
  }

  /** The next stretch above a node. */
  #over(node = -1): number {
    return this.#above[node] ?? -1
  }

  #count(seat: number, kind: number, by: number): void {
    for (let node = this.#over(this.#leaves[seat]); node >= 0; node = this.#over(node)) {
      const counts = this.#counts[node]
      if (counts !== undefined) counts[kind] = (counts[kind] ?? 0) + by
    }
  }

  /** What serves an occasion goes on to do so: where that is, is not decided here. */
  #isAlike(one: number, other: number): boolean {
    return this.#model.labels[one]?.occasion === this.#model.labels[other]?.occasion
  }

  #kindOf(label: number): number {
    return this.#model.labels[label]?.kind ?? 0
  }

  #node(node: number): Node {
    return this.#nodes[node] as Node
  }
}
