/**
 * The same plan by an exact solver, written down anew: the formula of `Model` as a mixed integer program for HiGHS.
 *
 * @module
 */
import { Model } from "@dualops/core/content-plan"

const { weights } = Model

/** The problem in the LP format of CPLEX. */
export const program = ({ labels, occasions, seats, stretches }: Model.Model): string => {
  const terms: Array<string> = []
  const rows: Array<string> = []
  const binaries: Array<string> = []
  const x = (seat: number, label: number) => `x${seat}_${label}`
  let constant = 0
  for (const [seat, { allowed, was }] of seats.entries()) {
    rows.push(`${allowed.map((label) => x(seat, label)).join(" + ")} = 1`)
    for (const label of allowed) {
      binaries.push(x(seat, label))
      if (was !== undefined && label !== was) terms.push(`${weights.change} ${x(seat, label)}`)
    }
  }
  let helpers = 0
  /** A helper variable that is at least what the sum is beyond the bound. */
  const beyond = (sum: ReadonlyArray<string>, sign: 1 | -1, bound: number, weight: number) => {
    const name = `d${helpers++}`
    if (weight <= 0) return
    terms.push(`${weight} ${name}`)
    // sign · (Σ − bound) ≤ name
    rows.push(`${name} ${sum.map((one) => `${sign > 0 ? "-" : "+"} ${one}`).join(" ")} >= ${-sign * bound}`)
  }
  const away = (sum: ReadonlyArray<string>, bound: number, weight: number) => {
    const name = `d${helpers++}`
    terms.push(`${weight} ${name}`)
    rows.push(`${name} ${sum.map((one) => `- ${one}`).join(" ")} >= ${-bound}`)
    rows.push(`${name} ${sum.map((one) => `+ ${one}`).join(" ")} >= ${bound}`)
  }
  for (const stretch of stretches.flat()) {
    const inside = (of: (kind: number) => boolean) =>
      seats
        .slice(stretch.from, stretch.until)
        .flatMap(({ allowed }, index) =>
          allowed.filter((label) => of(labels[label]?.kind ?? 0)).map((label) => x(stretch.from + index, label))
        )
    for (const [kind, target] of stretch.targets.entries()) {
      const sum = inside((one) => one === kind)
      if (sum.length > 0) away(sum, target, stretch.weight)
      else constant += stretch.weight * Math.abs(target)
    }
    const posts = inside((kind) => kind > 0)
    if (stretch.quota !== undefined) {
      beyond(posts, -1, stretch.quota.least, weights.missing)
      beyond(posts, 1, stretch.quota.most, weights.missing)
      away(posts, stretch.quota.wanted, weights.filled)
    }
    if (stretch.keep > 0)
      beyond(
        inside((kind) => kind === 0),
        -1,
        stretch.keep,
        weights.free
      )
  }
  for (const [index, { posts }] of occasions.entries()) {
    const sum = seats.flatMap(({ allowed }, seat) =>
      allowed.filter((label) => labels[label]?.occasion === index).map((label) => x(seat, label))
    )
    if (sum.length > 0) away(sum, posts, weights.missing)
    else constant += weights.missing * posts
  }
  return [
    "Minimize",
    ` obj: ${terms.join(" + ")} + ${constant} one`,
    "Subject To",
    ...rows.map((row, index) => ` r${index}: ${row}`),
    "Bounds",
    " one = 1",
    "Binary",
    ` ${binaries.join(" ")}`,
    "End"
  ].join("\n")
}
