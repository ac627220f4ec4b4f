/**
 * How something went from one to the next: how deep, how broad, and who carried it. Replies and reposts name the one they follow; what names none, or one
 * that was not heard, follows the post itself.
 *
 * @module
 */

/** A repost or a reply. */
export interface Share {
  readonly id: string
  readonly author: string
  /** The one that it follows; nothing for the post itself. */
  readonly parent?: string | undefined
}

/** Somebody whom others followed. */
export interface Carrier {
  readonly author: string
  /** How many followed, directly or by others, without their own. */
  readonly brought: number
  readonly shares: number
}

/** How something went from one to the next. */
export interface Spread {
  readonly shares: number
  readonly authors: number
  /** The longest chain from the post; 0 where nobody followed it. */
  readonly depth: number
  /** The most at one distance from the post. */
  readonly breadth: number
  /** The mean distance between any two, the post among them (structural virality, Goel et al. 2015): near 2 where one was read by all, more where it was passed on. */
  readonly virality: number
  /** By how many they brought, the most first. */
  readonly carriers: ReadonlyArray<Carrier>
}

/** Reads a cascade. What comes twice counts once; a share that follows itself, directly or by others, follows the post. */
export const of = (shares: Iterable<Share>, most = 10): Spread => {
  const byId = new Map<string, Share>()
  for (const share of shares) if (!byId.has(share.id)) byId.set(share.id, share)
  const depths = depthsOf(byId)
  const sizes = new Map<string, number>()
  const deepestFirst = [...depths.keys()].toSorted(
    (one, other) => (depths.get(other)?.depth ?? 0) - (depths.get(one)?.depth ?? 0)
  )
  for (const id of deepestFirst) {
    const size = (sizes.get(id) ?? 0) + 1
    sizes.set(id, size)
    const above = depths.get(id)?.parent
    if (above !== undefined) sizes.set(above, (sizes.get(above) ?? 0) + size)
  }
  const levels = new Map<number, number>()
  const authors = new Map<string, { brought: number; shares: number }>()
  let depth = 0
  for (const [id, place] of depths) {
    levels.set(place.depth, (levels.get(place.depth) ?? 0) + 1)
    depth = Math.max(depth, place.depth)
    const author = byId.get(id)?.author ?? ""
    const known = authors.get(author) ?? { brought: 0, shares: 0 }
    known.shares += 1
    // Whoever follows themselves brings nobody: a share below one of their own is counted by the upper one.
    if (!hasOwnAbove(id, author, byId, depths)) known.brought += (sizes.get(id) ?? 1) - 1
    authors.set(author, known)
  }
  const carriers = [...authors]
    .map(([author, one]) => ({ author, ...one }))
    .filter(({ brought }) => brought > 0)
    .toSorted((one, other) => other.brought - one.brought || (one.author < other.author ? -1 : 1))
    .slice(0, most)
  return {
    shares: byId.size,
    authors: authors.size,
    depth,
    breadth: Math.max(0, ...levels.values()),
    virality: virality(byId.size + 1, sizes.values()),
    carriers
  }
}

interface Place {
  readonly depth: number
  readonly parent: string | undefined
}

const depthsOf = (byId: ReadonlyMap<string, Share>): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>()
  for (const start of byId.keys()) {
    const way: Array<string> = []
    const onWay = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !places.has(at) && byId.has(at) && !onWay.has(at)) {
      way.push(at)
      onWay.add(at)
      at = byId.get(at)?.parent
    }
    let above = at !== undefined && places.has(at) ? at : undefined
    for (const id of way.toReversed()) {
      places.set(id, { depth: above === undefined ? 1 : (places.get(above)?.depth ?? 0) + 1, parent: above })
      above = id
    }
  }
  return places
}

const hasOwnAbove = (
  id: string,
  author: string,
  byId: ReadonlyMap<string, Share>,
  places: ReadonlyMap<string, Place>
) => {
  let above = places.get(id)?.parent
  for (let step = 0; above !== undefined && step < farthest; step++) {
    if (byId.get(above)?.author === author) return true
    above = places.get(above)?.parent
  }
  return false
}
/** So far up it is looked whether somebody follows themselves: a chain of a hundred thousand is nobody's conversation. */
const farthest = 200

/** Each edge lies between so many on one side and the others: their products add up to the distances of all pairs. */
const virality = (all: number, sizes: Iterable<number>): number => {
  if (all < 2) return 0
  let sum = 0
  for (const size of sizes) sum += size * (all - size)
  return (2 * sum) / (all * (all - 1))
}
