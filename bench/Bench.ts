/**
 * Contenders in interleaved rounds: each round gives every contender its turn, so that a busy machine is busy for all.
 *
 * @module
 */

import { mkdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { availableParallelism, cpus, loadavg, totalmem } from "node:os"

/** What is measured: a call of `once` does `units` units of work and returns something that depends on all of it. */
export interface Contender {
  readonly name: string
  readonly units: number
  readonly once: () => number
}

/** Units of work a second, by contender: the median of the rounds, and the slowest and fastest of them. */
export interface Outcome {
  readonly name: string
  readonly perSecond: number
  readonly slowest: number
  readonly fastest: number
}

/** Runs the contenders in turn, `rounds` times, each for at least `milliseconds`; a first turn of each is not counted. */
export const race = (contenders: ReadonlyArray<Contender>, rounds = 7, milliseconds = 400): ReadonlyArray<Outcome> => {
  for (const contender of contenders) turn(contender, milliseconds / 2)
  const speeds = contenders.map((): Array<number> => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      globalThis.gc?.()
      speeds[index]?.push(turn(contender, milliseconds))
    }
  }
  return contenders.map(({ name }, index) => outcome(name, speeds[index] ?? []))
}

/** What came of a contender whose rounds had these speeds. */
export const outcome = (name: string, speeds: ReadonlyArray<number>): Outcome => {
  const sorted = speeds.toSorted((one, other) => one - other)
  const at = (place: number) => sorted.at(place) ?? Number.NaN
  return { name, perSecond: at(sorted.length >> 1), slowest: at(0), fastest: at(-1) }
}

const turn = ({ once, units }: Contender, milliseconds: number): number => {
  let done = 0
  const start = performance.now()
  let now = start
  while (now - start < milliseconds) {
    // What comes back is looked at, so that no engine may leave the work out.
    if (Number.isNaN(once())) throw new Error("A contender gave no number.")
    done += units
    now = performance.now()
  }
  return (done / (now - start)) * 1000
}

/** The speed of one contender. */
export const speedOf = (outcomes: ReadonlyArray<Outcome>, name: string): number =>
  outcomes.find((one) => one.name === name)?.perSecond ?? Number.NaN

/** What is reported: a table for people, and the figures that a program reads. */
export interface Report {
  readonly name: string
  /** What one unit of work is, as it is said behind a figure: "posts". */
  readonly unit: string
  readonly about: string
  readonly outcomes: ReadonlyArray<Outcome>
  /** The packages whose versions matter. */
  readonly packages: ReadonlyArray<string>
  readonly figures: Readonly<Record<string, number>>
}

/** Prints the table and keeps it in `results/<name>.md`; the last line printed is the figures as one JSON object. */
export const report = ({ name, unit, about, outcomes, packages, figures }: Report): void => {
  const round = (speed: number) => Math.round(speed).toLocaleString("en")
  const table = [
    `# ${name}`,
    "",
    about,
    "",
    `| contender | ${unit} a second (median) | slowest | fastest |`,
    "|---|--:|--:|--:|",
    ...outcomes.map(
      (one) => `| ${one.name} | ${round(one.perSecond)} | ${round(one.slowest)} | ${round(one.fastest)} |`
    ),
    "",
    ...Object.entries(figures).map(([key, value]) => `- ${key}: ${value}`),
    "",
    `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}; ` +
      `Node ${process.versions.node}, ${packages.map((one) => `${one} ${versionOf(one)}`).join(", ")}.`,
    ""
  ].join("\n")
  mkdirSync(new URL("results/", import.meta.url), { recursive: true })
  writeFileSync(new URL(`results/${name}.md`, import.meta.url), table)
  console.log(table)
  console.log(JSON.stringify(figures))
}

const versionOf = (name: string): string => {
  const { resolve } = createRequire(import.meta.url)
  for (const folder of resolve.paths(name) ?? []) {
    try {
      return (createRequire(import.meta.url)(`${folder}/${name}/package.json`) as { version: string }).version
    } catch {
      // The package is not in this folder; the next one up may have it.
    }
  }
  return "?"
}

/** Chances from a seed in [0, 1), the same in every run (mulberry32). */
export const chances = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
