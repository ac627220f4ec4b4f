/** Content lines: unfolded as bytes, whatever ends them, and put together from several files. */
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import ICAL from "ical.js"
import { absences, calendar, event } from "./xinghe.ts"

const leave = event(
  "SUMMARY:年假登记（人力资源系统自动生成🍵）申请人：林夏",
  "DTSTART;VALUE=DATE:20261019",
  "DTEND;VALUE=DATE:20261024"
)
const right = ["lin 2026-10-19T00:00–2026-10-24T00:00"]

/** The bytes of a file, each of its lines folded after so many octets, wherever that cuts. */
const folded = (text: string, octets: number, { blank = " ", end = "\r\n" } = {}): Uint8Array => {
  const encoder = new TextEncoder()
  const bytes: Array<number> = []
  for (const line of text.split("\r\n")) {
    encoder.encode(line).forEach((byte, index) => {
      if (index > 0 && index % octets === 0) bytes.push(...encoder.encode(`${end}${blank}`))
      bytes.push(byte)
    })
    bytes.push(...encoder.encode(end))
  }
  return Uint8Array.from(bytes)
}

describe("a line of a calendar", () => {
  it("may be folded between any two octets, with a space or a tab, and end in any way", () => {
    const form = fc.record({ blank: fc.constantFrom(" ", "\t"), end: fc.constantFrom("\r\n", "\n", "\r") })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), form, (octets, how) => {
        assert.deepStrictEqual(absences(folded(calendar(leave), octets, how)), right)
      })
    )
  })

  it("is the same as a text, and as another library reads the text", () => {
    const text = calendar(leave)
    assert.deepStrictEqual(absences(text), right)
    const characters = text.replace("人力", "人\r\n 力")
    assert.deepStrictEqual(absences(characters), right)
    const [read] = new ICAL.Component(ICAL.parse(characters)).getAllSubcomponents("vevent")
    assert.include(new ICAL.Event(read).summary, "人力资源")
  })

  it("may come after a mark of the byte order, in each of the files that were put together", () => {
    const other = calendar(leave.replace("UID:1", "UID:2").replaceAll("202610", "202611"))
    assert.deepStrictEqual(absences(`\uFEFF${calendar(leave)}\uFEFF${other}`), [
      ...right,
      "lin 2026-11-19T00:00–2026-11-24T00:00"
    ])
  })

  it("in another encoding is told, each at its place", () => {
    // 林夏 in GBK.
    const gbk = [0xc1, 0xd6, 0xcf, 0xc4]
    const [before = "", after = ""] = calendar(leave).split(/年假.*林夏/)
    const encoder = new TextEncoder()
    const bytes = Uint8Array.from([...encoder.encode(before), ...gbk, ...encoder.encode(after)])
    assert.include(absences(bytes), "6 not-utf-8")
  })
})
