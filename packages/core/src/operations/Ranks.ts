/**
 * Cases by where they stand, in each state the most pressing first: whoever may act in some states only reads those, and no further than they
 * want to.
 *
 * @module
 */

/** A case in its rank. */
export interface Ranked {
  readonly key: string
  readonly process: string
  readonly state: string
  /** The edition that it runs under. */
  readonly handbook: string
  /** When the first of its deadlines runs out, in milliseconds since 1970; without one it comes last. */
  readonly due: number
  /** Of those that are due at once, the one that came first. */
  readonly number: number
}

interface Rank extends Pick<Ranked, "process" | "state" | "handbook"> {
  /** How many stand in it. */
  size: number
  /** In order; some that have left are among them. */
  rows: ReadonlyArray<Ranked>
  /** What has come since they were put in order. */
  fresh: Array<Ranked>
}

/** The ranks of every state under every edition. */
export class Ranks {
  private readonly ranks = new Map<string, Rank>()
  private readonly placed = new Map<string, Ranked>()

  /** Gives a case its place; the one it had is taken from it. */
  place(row: Ranked): void {
    this.leave(row.key)
    this.placed.set(row.key, row)
    const rank = this.rankOf(row)
    rank.fresh.push(row)
    rank.size++
  }

  /** Takes a case out. */
  leave(key: string): void {
    const row = this.placed.get(key)
    if (row === undefined) return
    this.placed.delete(key)
    this.rankOf(row).size--
  }

  /** The editions under which cases stand here. */
  get handbooks(): ReadonlySet<string> {
    return new Set([...this.ranks.values()].filter(({ size }) => size > 0).map(({ handbook }) => handbook))
  }

  /** The cases in those ranks that are asked for, the most pressing first. */
  *pressing(isWanted: (rank: Pick<Ranked, "process" | "state" | "handbook">) => boolean): Generator<Ranked> {
    const wanted = [...this.ranks.values()].filter(isWanted).map((rank) => ({ rows: this.inOrder(rank), next: 0 }))
    while (true) {
      let first: Ranked | undefined
      let of: (typeof wanted)[number] | undefined
      for (const one of wanted) {
        while (one.next < one.rows.length && !this.isThere(one.rows[one.next])) one.next++
        const row = one.rows[one.next]
        if (row === undefined || (first !== undefined && byPressure(first, row) < 0)) continue
        first = row
        of = one
      }
      if (first === undefined || of === undefined) return
      of.next++
      yield first
    }
  }

  private rankOf({ handbook, process, state }: Ranked): Rank {
    const key = JSON.stringify([process, state, handbook])
    const rank = this.ranks.get(key) ?? { process, state, handbook, size: 0, rows: [], fresh: [] }
    this.ranks.set(key, rank)
    return rank
  }

  private isThere(row: Ranked | undefined): boolean {
    return row !== undefined && this.placed.get(row.key) === row
  }

  /** A few that have come find their places; for many, all is put in order anew, without those that have left. */
  private inOrder(rank: Rank): ReadonlyArray<Ranked> {
    const { fresh, rows } = rank
    if (fresh.length === 0) return rows
    rank.fresh = []
    // Whoever reads the old rows goes on reading them.
    if (fresh.length > few || rows.length > 2 * rank.size + few) {
      const all = [...rows, ...fresh]
      const there = all.length === rank.size ? all : all.filter((row) => this.isThere(row))
      rank.rows = there.sort(byPressure)
    } else {
      const next = [...rows]
      for (const row of fresh) next.splice(placeOf(next, row), 0, row)
      rank.rows = next
    }
    return rank.rows
  }
}

const few = 64

const placeOf = (rows: ReadonlyArray<Ranked>, row: Ranked): number => {
  let [least, most] = [0, rows.length]
  while (least < most) {
    const middle = (least + most) >> 1
    const other = rows[middle]
    if (other !== undefined && byPressure(other, row) < 0) least = middle + 1
    else most = middle
  }
  return least
}

const byPressure = (one: Ranked, other: Ranked): number => one.due - other.due || one.number - other.number
