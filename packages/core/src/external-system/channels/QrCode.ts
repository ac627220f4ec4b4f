/**
 * A link as a QR code for print: an SVG with its size in millimetres, black on white, with the quiet zone of four modules that ISO/IEC 18004 asks for.
 *
 * @module
 */
import { encode } from "uqr"

/** How it is printed. */
export interface Options {
  /** How wide it is printed, quiet zone and all, in millimetres. */
  readonly millimetres: number
  /**
   * How much of it may be lost and it is still read: `M` 15 %, `Q` 25 %, `H` 30 %. `Q` unless it is said, for sleeves get wet and posters torn.
   */
  readonly endures?: "M" | "Q" | "H"
}

/** No module is printed smaller, in millimetres: the cameras of telephones do not tell smaller ones apart at arm's length. */
export const smallestModule = 0.4

/** Modules around it that stay white. */
const quiet = 4

/** How wide it has to be printed at least, in millimetres. */
export const smallest = (link: string, { endures = "Q" }: Pick<Options, "endures"> = {}): number =>
  Math.ceil(modulesOf(link, endures).length * smallestModule)

/** The code as an SVG; printed smaller than {@link smallest}, nobody can read it, and it throws a `RangeError` that says so. */
export const svg = (link: string, { endures = "Q", millimetres }: Options): string => {
  const least = smallest(link, { endures })
  if (!(millimetres >= least))
    throw new RangeError(`The code of ${link} is ${least} mm wide at least, not ${millimetres}`)
  const rows = modulesOf(link, endures)
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("")
  const size = rows.length
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres}mm" height="${millimetres}mm" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  )
}

/** Dark and light, quiet zone and all. */
const modulesOf = (link: string, ecc: "M" | "Q" | "H"): ReadonlyArray<ReadonlyArray<boolean>> =>
  encode(link, { ecc, border: quiet, boostEcc: true }).data
