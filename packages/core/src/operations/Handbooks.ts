/**
 * Which handbook of a house a case belongs to, and who sees its cases.
 *
 * A house has a handbook for each account, or one for several. A case belongs to the handbook it began under, for good: that one's edition of the day
 * says who may do what in it. A person sees the cases of every handbook that gives them a right, by themselves or in the place in which they
 * act; of all others they see nothing. Whoever works for two accounts has one name in both handbooks.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Actor, Person } from "../process/Actor.ts"
import { type Address, HandbookVersion } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import type { AnyCase } from "./Cases.ts"
import { current, type Edition, Editions } from "./Editions.ts"
import { EventLog } from "./EventLog.ts"
import { versionOf } from "./History.ts"
import type { Order } from "./Order.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A case begins, and it is not said for which account, or for none of those that the person has a right for. */
export class WhichAccount extends Schema.TaggedError<WhichAccount>()("Operations.WhichAccount", {
  process: Schema.String,
  step: Schema.String,
  /** The accounts for which the person has some right. */
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `${this.step} begins a case of ${this.process}: say for which account, of ${this.known.join(", ") || "none"}.`
  }
  get said(): Bilingual {
    return { zh: `请说明用于哪个账号：${this.known.join("、") || "没有可用的账号"}。`, en: this.message }
  }
}

/** The edition that a case runs under, and today's of the same handbook. */
export interface Belonging {
  readonly edition: Edition
  readonly today: Edition
  /** Whether the house has no other handbook. */
  readonly isOnly: boolean
}

/** Where a case belongs that runs under this version. Where the house has no handbook any more for its accounts, nobody is entitled. */
export const ofVersion = Effect.fnUntraced(function* (
  version: HandbookVersion
): Effect.fn.Return<Belonging, StoreUnavailable, Editions> {
  const editions = yield* Editions
  return belonging(yield* editions.edition(version), yield* editions.today)
})

/** The same for many; nothing of a version that cannot be had, which must not take everybody's desk away. */
export const ofVersions = Effect.fnUntraced(function* (
  versions: Iterable<string>
): Effect.fn.Return<ReadonlyMap<string, Belonging>, StoreUnavailable, Editions> {
  const editions = yield* Editions
  const all = yield* editions.today
  const found = new Map<string, Belonging>()
  for (const version of new Set(versions)) {
    // The version was an edition's when its events were stored.
    const edition = editions.edition(HandbookVersion.make(version, { disableChecks: true }))
    const one = yield* Effect.catchDefect(edition, (defect) =>
      Effect.as(Effect.logError(`What runs under edition ${version} cannot be run`, defect), undefined)
    )
    if (one !== undefined) found.set(version, belonging(one, all))
  }
  return found
})

const belonging = (edition: Edition, all: ReadonlyArray<Edition>): Belonging => {
  const today = all.find((one) => isSame(one, edition))
  return { edition, today: today ?? closed(edition), isOnly: today !== undefined && all.length === 1 }
}

/** Whether whoever acts sees nothing of the cases there. Where a house has one handbook, its people may hear of all of its cases. */
export const hides = ({ isOnly, today }: Belonging, by: Actor, at: Moment): boolean =>
  by._tag === "Person" && !isOnly && !sees(today, by, at)

/** Whether these are editions of one handbook: they are for an account in common, or neither says any. */
export const isSame = (one: Edition, other: Edition): boolean =>
  one.version === other.version ||
  one.accounts.some((account) => other.accounts.includes(account)) ||
  one.accounts.length + other.accounts.length === 0

/** Under it cases go on, by the clock and the world; people have no right in them. */
const closed = (edition: Edition): Edition => ({ ...edition, entitled: () => false, rights: [] })

/** Whether the edition of the day gives the person any right, so that they see the cases of its handbook. */
export const sees = ({ entitled, rights }: Edition, by: Person, at: Moment): boolean =>
  rights === undefined || rights.some((right) => entitled(by, right, at))

/** Today's editions of the handbooks whose cases the person sees. */
export const seenBy = (by: Person): Effect.Effect<ReadonlyArray<Edition>, never, Editions> =>
  Effect.flatMap(Editions, ({ today }) =>
    Effect.zipWith(today, DateTime.now, (all, now) => all.filter((one) => sees(one, by, now)))
  )

/** Of these cases those that the person sees: `Caseload.about(processes, tag)`, the children of a case, all of a report. */
export const seen =
  (by: Person) =>
  <One extends AnyCase>(cases: ReadonlyArray<One>): Effect.Effect<ReadonlyArray<One>, StoreUnavailable, Editions> =>
    Effect.zipWith(ofVersions(cases.map(({ case: { handbook } }) => handbook)), DateTime.now, (found, now) =>
      cases.filter(({ case: { handbook } }) => {
        const one = found.get(handbook)
        return one !== undefined && sees(one.today, by, now)
      })
    )

/**
 * The edition under which a case begins: for the account that the order says, or its input, or else that of the case that has ordered it. A person need
 * not say it who has a right for one account only; what nobody has said it of, the first handbook of the house has.
 */
export const beginning = Effect.fnUntraced(function* <P extends Process.Any>(
  process: P,
  order: Pick<Order<P>, "account" | "by" | "input" | "orderedBy" | "step">
): Effect.fn.Return<Edition, WhichAccount | StoreUnavailable, EventLog | Editions> {
  const all = yield* (yield* Editions).today
  const [first] = all
  const { account, by, input, orderedBy, step } = order
  const rule = Process.ruleOf(process, step)
  if (all.length === 1 && account === undefined) return first
  const open = by._tag === "Person" ? yield* seenBy(by) : all
  const known = open.flatMap(({ accounts }) => accounts)
  const named = account === undefined ? (rule.accounts?.(input) ?? []) : [account]
  const meant = open.find(({ accounts }) => named.some((one) => accounts.includes(one)))
  const any = meant ?? open[0] ?? first
  // The kernel says what is wrong: that nothing has begun, that they may not, or that the handbook has no such account, whether another has it or none.
  if (meant !== undefined || rule.from.size > 0 || open.length === 0) return any
  if (account === undefined && named.length > 0) return any
  if (account === undefined && orderedBy !== undefined) return (yield* ofCase(orderedBy)) ?? any
  if (account === undefined && (by._tag !== "Person" || open.length === 1)) return any
  return yield* new WhichAccount({ process: process.name, step, known })
})

/** Today's edition of the handbook to which the case belongs; nothing where it has not begun, or what it runs under cannot be read. */
export const ofCase = Effect.fnUntraced(function* (
  address: Address
): Effect.fn.Return<Edition | undefined, StoreUnavailable, EventLog | Editions> {
  const all = yield* (yield* Editions).today
  if (all.length === 1) return all[0]
  const log = yield* EventLog
  const [json] = yield* log.read(address)
  const version = json === undefined ? undefined : versionOf(json)
  return version === undefined ? undefined : (yield* ofVersion(version)).today
})

/** What an order says of an account: nothing, where no handbook has it. */
export const knownAccount = (account: string) =>
  Effect.map(current(account), (today): Pick<Order<Process.Any>, "account"> => (today === undefined ? {} : { account }))

/** What an order says of the account, for a case that begins under this edition. */
export const accountOf = (edition: Edition | undefined): Pick<Order<Process.Any>, "account"> => {
  const [account] = edition?.accounts ?? []
  return account === undefined ? {} : { account }
}
