/**
 * Whether so many posts can be seated at once: needs, the slots that each may take, and stretches that hold no more than so many.
 *
 * A maximum flow by augmenting paths: the smallest of the algorithms, for the few dozen slots that an explanation looks at.
 *
 * @module
 */

/** So many posts, each in one of these slots. */
export interface Need {
  readonly units: number
  readonly slots: ReadonlyArray<number>
}

/** Slots that together hold no more than so many posts. */
export interface Cap {
  readonly most: number
  readonly slots: ReadonlyArray<number>
}

/** How many of all the posts that are needed find a slot. Caps of one row share no slot, and each lies within one of the next row. */
export const seated = (needs: ReadonlyArray<Need>, caps: ReadonlyArray<ReadonlyArray<Cap>>): number => {
  const network = new Network()
  for (const [index, { slots, units }] of needs.entries()) {
    network.arc("source", `need ${index}`, units)
    for (const slot of slots) network.arc(`need ${index}`, `slot ${slot}`, 1)
  }
  for (const slot of new Set(needs.flatMap(({ slots }) => slots))) {
    let [at, room] = [`slot ${slot}`, 1]
    for (const [row, some] of caps.entries()) {
      const index = some.findIndex(({ slots }) => slots.includes(slot))
      const cap = some[index]
      if (cap === undefined) continue
      network.arc(at, `cap ${row} ${index}`, room)
      ;[at, room] = [`cap ${row} ${index}`, cap.most]
    }
    network.arc(at, "sink", room)
  }
  let found = 0
  while (network.augment("source", new Set())) found++
  return found
}

class Network {
  readonly #room = new Map<string, Map<string, number>>()

  /** An arc, once, however often it is named. */
  arc(from: string, to: string, room: number): void {
    this.#of(from).set(to, Math.max(0, room))
    if (!this.#of(to).has(from)) this.#of(to).set(from, 0)
  }

  augment(at: string, seen: Set<string>): boolean {
    if (at === "sink") return true
    seen.add(at)
    for (const [next, room] of this.#of(at)) {
      if (room <= 0 || seen.has(next) || !this.augment(next, seen)) continue
      this.#of(at).set(next, room - 1)
      this.#of(next).set(at, (this.#of(next).get(at) ?? 0) + 1)
      return true
    }
    return false
  }

  #of(node: string): Map<string, number> {
    const arcs = this.#room.get(node) ?? new Map<string, number>()
    this.#room.set(node, arcs)
    return arcs
  }
}
