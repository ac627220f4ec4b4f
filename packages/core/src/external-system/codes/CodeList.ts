/**
 * The codes of a placement as a CSV file (RFC 4180) for whoever prints them: piece by piece, so that ten million fit into no memory.
 *
 * A spreadsheet takes a code for what it is, a text: codes are no numbers, dates or exponents (`Rude`). What people have named is kept from being taken for a
 * formula. What is in the file is worth money until it is redeemed: it is made when it is sent, and not kept.
 *
 * @module
 */
import * as CsvCell from "../../finding/CsvCell.ts"
import type * as Codes from "./Codes.ts"
import type { Placed, Terms } from "./CodeTerms.ts"

/** The pieces of the file, of so many lines at most; the first begins with a byte order mark and the head. */
export function* csv(
  series: Codes.Series,
  terms: Pick<Terms, "series">,
  placement: Placed,
  atOnce = 1_000
): Generator<string> {
  const behind = `,${CsvCell.of(placement.id)},${CsvCell.of(terms.series)}\r\n`
  let piece = "\uFEFFcode,placement,series\r\n"
  for (let index = 0; index < placement.codes; index++) {
    piece += `${series.codeOf(placement.first + index)}${behind}`
    if ((index + 1) % atOnce === 0 && index + 1 < placement.codes) {
      yield piece
      piece = ""
    }
  }
  yield piece
}
