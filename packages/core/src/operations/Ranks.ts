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
  /** When the first of its deadlines runs out, in milliseconds since 1970; without one it comes last. */
  readonly due: number
  /** Of those that are due at once, the one that came first. */
  readonly number: number
}

interface Rank {
  readonly process: string
  readonly state: string
  rows: Array<Ranked>
  isSorted: boolean
}

/** The ranks of every state. */
export class Ranks {
  private readonly ranks = new Map<string, Rank>()
  private readonly placed = new Map<string, Ranked>()

  /** Gives a case its place; the one it had is taken from it. */
  place(row: Ranked): void {
    this.leave(row.key)
    const name = JSON.stringify([row.process, row.state])
    const rank = this.ranks.get(name) ?? { process: row.process, state: row.state, rows: [], isSorted: true }
    this.ranks.set(name, rank)
    rank.rows.push(row)
    rank.isSorted = false
    this.placed.set(row.key, row)
  }

  /** Takes a case out. */
  leave(key: string): void {
    const row = this.placed.get(key)
    if (row === undefined) return
    this.placed.delete(key)
    const rank = this.ranks.get(JSON.stringify([row.process, row.state]))
    if (rank !== undefined) rank.isSorted = false
  }

  /** The cases in those states that are asked for, the most pressing first. */
  *pressing(isWanted: (process: string, state: string) => boolean): Generator<Ranked> {
    const wanted = [...this.ranks.values()]
      .filter(({ process, state }) => isWanted(process, state))
      .map((rank) => ({ rows: this.sorted(rank), next: 0 }))
    while (true) {
      let first: Ranked | undefined
      let of: (typeof wanted)[number] | undefined
      for (const one of wanted) {
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

  /** What has come since stands behind what was in order already, so that sorting costs little more than reading. */
  private sorted(rank: Rank): ReadonlyArray<Ranked> {
    if (rank.isSorted) return rank.rows
    // Whoever reads the old rows goes on reading them.
    rank.rows = rank.rows.filter((row) => this.placed.get(row.key) === row).sort(byPressure)
    rank.isSorted = true
    return rank.rows
  }
}

const byPressure = (one: Ranked, other: Ranked): number => one.due - other.due || one.number - other.number
