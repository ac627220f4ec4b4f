/**
 * The content lines of an iCalendar file (RFC 5545, 3.1), each with the line of the file on which it begins.
 *
 * A writer may fold a line between any two octets, within a character too, so bytes are unfolded before they are decoded. Lines end with CR
 * and LF, or with one of them; what goes on begins with a space or a tab; a mark of the byte order may stand before any file that others
 * were put behind.
 *
 * @module
 */

/** A content line; without a content where its bytes are no UTF-8. */
export interface ContentLine {
  readonly content: string | undefined
  readonly line: number
}

/** The content lines of a file. */
export function* contentLines(bytes: Uint8Array): Generator<ContentLine> {
  let line = 0
  let begins = 1
  let pieces: Array<Uint8Array> = []
  for (let at = 0; at < bytes.length; ) {
    let end = at
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++
    line += 1
    const goesOn = bytes[at] === SPACE || bytes[at] === TAB
    if (!goesOn) {
      yield* decoded(pieces, begins)
      pieces = []
      begins = line
    }
    pieces.push(bytes.subarray(goesOn ? at + 1 : at, end))
    at = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1)
  }
  yield* decoded(pieces, begins)
}

const [LF, CR, SPACE, TAB] = [10, 13, 32, 9]

const utf8 = new TextDecoder("utf-8", { fatal: true })

/** The line of the pieces, without the mark of the byte order, which `TextDecoder` takes away. */
function* decoded(pieces: ReadonlyArray<Uint8Array>, line: number): Generator<ContentLine> {
  const bytes = joined(pieces)
  let content: string | undefined
  try {
    content = utf8.decode(bytes)
  } catch {
    // The bytes are those of another encoding.
  }
  if (content?.trim() !== "") yield { content, line }
}

const joined = (pieces: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only = new Uint8Array(), ...others] = pieces
  if (others.length === 0) return only
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
