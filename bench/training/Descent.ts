/**
 * The lowest point of a smooth valley, by L-BFGS: what the last ten steps say of the slope's bend tells where to go next.
 *
 * @module
 */

/** How high it is at a place; writes the slope there into the second list. */
export type Height = (at: Float64Array, slope: Float64Array) => number

/** Goes down from `start` until the ground is nearly level. */
export const lowest = (height: Height, start: Float64Array, most = 300): Float64Array => {
  let at = start
  let slope: Float64Array = new Float64Array(at.length)
  let value = height(at, slope)
  const first = Math.sqrt(dot(slope, slope))
  const steps: Array<Step> = []
  for (let turn = 0; turn < most && Math.sqrt(dot(slope, slope)) > 1e-3 * first; turn++) {
    const way = direction(slope, steps, first)
    const fall = dot(way, slope)
    let next = at
    const nextSlope = new Float64Array(at.length)
    let reached = Number.POSITIVE_INFINITY
    for (let stride = 1; stride > 1e-9 && !(reached <= value + 1e-4 * stride * fall); stride /= 2) {
      next = sum(at, way, stride)
      reached = height(next, nextSlope)
    }
    if (!(reached < value)) break
    const moved = sum(next, at, -1)
    const bent = sum(nextSlope, slope, -1)
    const bend = dot(moved, bent)
    if (bend > 1e-12) steps.unshift({ moved, bent, bend })
    if (steps.length > 10) steps.pop()
    at = next
    slope = nextSlope
    value = reached
  }
  return at
}

interface Step {
  readonly moved: Float64Array
  readonly bent: Float64Array
  readonly bend: number
}

const direction = (slope: Float64Array, steps: ReadonlyArray<Step>, first: number): Float64Array => {
  let way: Float64Array = slope.map((one) => -one)
  const shares: Array<number> = []
  for (const { bend, bent, moved } of steps) {
    const share = dot(moved, way) / bend
    shares.push(share)
    way = sum(way, bent, -share)
  }
  const [last] = steps
  const scale = last === undefined ? 1 / first : last.bend / dot(last.bent, last.bent)
  way = way.map((one) => one * scale)
  for (let index = steps.length - 1; index >= 0; index--) {
    const { bend, bent, moved } = steps[index] as Step
    way = sum(way, moved, (shares[index] as number) - dot(bent, way) / bend)
  }
  return way
}

const dot = (one: Float64Array, other: Float64Array): number => {
  let total = 0
  for (let index = 0; index < one.length; index++) total += (one[index] as number) * (other[index] as number)
  return total
}

const sum = (one: Float64Array, other: Float64Array, times: number): Float64Array =>
  one.map((number, index) => number + times * (other[index] as number))
