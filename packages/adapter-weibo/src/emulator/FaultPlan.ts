/**
 * Which call meets which fault: what was scripted first, then chance.
 *
 * @module
 */
import type { Chance } from "./Chance.ts"
import { type Fault, type Name, named } from "./Fault.ts"

/** Faults by probability: of the calls to these paths (all unless told), this share meets one of these faults. */
export interface Weather {
  readonly share: number
  readonly faults: ReadonlyArray<Name>
  readonly paths?: ReadonlyArray<string>
}

/** Decides, call by call. */
export interface FaultPlan {
  /** The next calls to a path meet these faults, one each; `null` lets a call through. */
  readonly next: (path: string, faults: ReadonlyArray<Name | null>) => void
  /** From now on, chance has its part; `undefined` ends it. */
  readonly weather: (weather: Weather | undefined) => void
  /** The fault of this call, if any. */
  readonly meet: (path: string) => Fault | undefined
}

/** A plan that starts with this weather. */
export const make = (chance: Chance, initial?: Weather): FaultPlan => {
  const scripts = new Map<string, Array<Name | null>>()
  let weather = initial
  return {
    next: (path, faults) => void scripts.set(path, [...(scripts.get(path) ?? []), ...faults]),
    weather: (next) => {
      weather = next
    },
    meet: (path) => {
      const scripted = scripts.get(path)?.shift()
      if (scripted !== undefined) return scripted === null ? undefined : named[scripted]
      if (weather === undefined || !(weather.paths?.includes(path) ?? true)) return undefined
      const isStruck = chance() < weather.share
      const name = weather.faults[Math.floor(chance() * weather.faults.length)]
      return isStruck && name !== undefined ? named[name] : undefined
    }
  }
}
