/**
 * Shares of several groups, small ones drawn towards what all have in common: the best of many small samples is the luckiest one, and not the best.
 *
 * The groups' true shares are taken for draws of one beta distribution (empirical Bayes). Its mean is the share of all together; its strength, in
 * trials, follows from how much the groups differ beyond chance: the intraclass correlation of the analysis of variance (Ridout, Demétrio and
 * Firth, Biometrics 55, 1999). A group of fewer trials than the strength is more of the mean than of itself.
 *
 * @module
 */
import * as Interval from "./Interval.ts"

/** So many of so many, of one group. */
export interface Group<Key> {
  readonly key: Key
  readonly successes: number
  readonly trials: number
}

/** A group with its share, as seen and as shrunk. */
export interface Shrunk<Key> extends Group<Key> {
  /** As it was seen; nothing where nothing was tried. */
  readonly seen: number | undefined
  readonly share: number
  readonly interval: Interval.Interval
}

/** Groups that were shrunk towards their mean. */
export interface Together<Key> {
  /** The share of all groups together; nothing where nothing was tried at all. */
  readonly mean: number | undefined
  /** As many trials as the mean weighs. All trials there are, where the groups differ by no more than chance. */
  readonly strength: number
  /** In the order of the groups that came. */
  readonly groups: ReadonlyArray<Shrunk<Key>>
}

/** Shrinks the shares of groups towards their mean. More successes than trials are a defect. */
export const shrink = <Key>(groups: ReadonlyArray<Group<Key>>, level: number = Interval.usual): Together<Key> => {
  for (const { successes, trials } of groups) Interval.check(successes, trials)
  const trials = sum(groups, (one) => one.trials)
  const successes = sum(groups, (one) => one.successes)
  const mean = trials === 0 ? undefined : successes / trials
  const strength = mean === undefined ? 0 : strengthIn([groups])
  return {
    mean,
    strength,
    groups: groups.map((group) => {
      const alpha = group.successes + (mean ?? 0.5) * strength
      const beta = group.trials - group.successes + (1 - (mean ?? 0.5)) * strength
      const all = alpha + beta
      return {
        ...group,
        seen: group.trials === 0 ? undefined : group.successes / group.trials,
        share: all === 0 ? 0.5 : alpha / all,
        interval: all === 0 ? { low: 0, high: 1, level } : Interval.ofBeta(alpha, beta, level)
      }
    })
  }
}

/**
 * As many trials as the mean of its family says about a group: (1 − ρ) / ρ, with ρ from the variances between the groups of a family and within
 * groups. All trials there are, where groups differ by no more than chance.
 */
export const strengthIn = (families: ReadonlyArray<ReadonlyArray<Group<unknown>>>): number => {
  const tried = families.map((family) => family.filter((one) => one.trials > 0)).filter((family) => family.length > 0)
  const groups = tried.flat()
  const trials = sum(groups, (one) => one.trials)
  const [free, rest] = [groups.length - tried.length, trials - groups.length]
  if (free === 0 || rest === 0) return trials
  const between = sum(tried, (family) => {
    const mean = sum(family, (one) => one.successes) / sum(family, (one) => one.trials)
    return sum(family, (one) => one.trials * (one.successes / one.trials - mean) ** 2)
  })
  const within = sum(groups, (one) => (one.successes * (one.trials - one.successes)) / one.trials) / rest
  const uneven = sum(tried, (family) => sum(family, (one) => one.trials ** 2) / sum(family, (one) => one.trials))
  const excess = between / free - within
  return excess <= 0 ? trials : Math.min(trials, (((trials - uneven) / free) * within) / excess)
}

const sum = <One>(all: ReadonlyArray<One>, of: (one: One) => number): number => all.reduce((so, one) => so + of(one), 0)
