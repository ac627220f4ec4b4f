/**
 * Who has which prize of a draw: at first, and as prizes are delivered and come back.
 *
 * @module
 */
import type { FanId } from "../../account/FanId.ts"
import type { Award, drew, State } from "./PrizeDraw.ts"

type Drew = { readonly [Field in keyof typeof drew]: (typeof drew)[Field]["Type"] }
type Which = Pick<Award, "fan" | "prize">

/** Who gets what at first: whoever was drawn, or the next in line where nothing is known of them any more. */
export const first = ({
  alternates,
  winners
}: Drew): { readonly awards: ReadonlyArray<Award>; readonly line: ReadonlyArray<FanId> } => {
  const line = alternates.flatMap(({ fan }) => (fan === undefined ? [] : [fan]))
  const awards = winners.flatMap(
    ({ fan = line.shift(), prize }): ReadonlyArray<Award> => (fan === undefined ? [] : [{ prize, fan, stands: "held" }])
  )
  return { awards, line }
}

/** The awards, and one more that is on its way. */
export const withOne = (awards: ReadonlyArray<Award>, which: Which): ReadonlyArray<Award> => [
  ...awards,
  { ...which, stands: "held" }
]

/** Whether that prize is somebody's and on its way. */
export const isHeld = (awards: ReadonlyArray<Award>, which: Which): boolean =>
  awards.some((award) => award.stands === "held" && isThat(award, which))

/** The awards, with what became of one that was on its way; of another, nothing becomes. */
export const became = (
  awards: ReadonlyArray<Award>,
  which: Which,
  stands: "delivered" | "returned"
): ReadonlyArray<Award> =>
  awards.map((award) => (award.stands === "held" && isThat(award, which) ? { ...award, stands } : award))

const isThat = (award: Award, { fan, prize }: Which): boolean => award.fan === fan && award.prize === prize

/** Whether everybody is there once. */
export const areOneEach = (draw: State): boolean => {
  if (!("awards" in draw)) return true
  const people = [...draw.awards.map(({ fan }) => fan), ...draw.line]
  return new Set(people).size === people.length
}

/** Whether there are as many of each prize as are held and delivered. */
export const areWithin = (draw: State): boolean =>
  !("awards" in draw) ||
  draw.announced.prizes.every(
    ({ count, prize }) =>
      draw.awards.filter((award) => award.prize === prize && award.stands !== "returned").length <= count
  )

/** What the prizes are worth that were delivered, in yuan: counted in fen, so that no dust of fractions is left. */
export const worthDelivered = ({ announced, awards }: Extract<State, { readonly awards: unknown }>): number =>
  awards.reduce((fen, { prize, stands }) => {
    const value = announced.prizes.find((one) => one.prize === prize)?.value ?? 0
    return stands === "delivered" ? fen + value : fen
  }, 0) / 100
