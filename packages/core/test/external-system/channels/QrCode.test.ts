import { QrCode, TrackedLink } from "@dualops/core/channels"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { readCode } from "./drawn.ts"

const utm = { source: "shops", medium: "print", campaign: "寻梅", content: "placement-1" }
const link = TrackedLink.of("https://weibo.com/xinghe", utm)

describe("A QR code", () => {
  it("is read as the link by a decoder of somebody else, with four white modules around it", () => {
    const svg = QrCode.svg(link, { millimetres: 40 })
    assert.strictEqual(readCode(svg, 3), link)
    const [, size = ""] = /viewBox="0 0 (\d+)/.exec(svg) ?? []
    const corners = [...svg.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => [Number(x), Number(y)])
    for (const xy of corners.flat()) assert.isTrue(xy >= 4 && xy < Number(size) - 4)
  })
  it("has its size in millimetres, and is not made smaller than a camera reads", () => {
    assert.match(QrCode.svg(link, { millimetres: 40 }), /width="40mm" height="40mm"/)
    const least = QrCode.smallest(link)
    assert.throws(() => QrCode.svg(link, { millimetres: least - 1 }), RangeError, `${least} mm`)
    assert.throws(() => QrCode.svg(link, { millimetres: Number.NaN }), RangeError)
  })
  it("is read where a corner of it is wet: as much as it endures", () => {
    const svg = QrCode.svg(link, { millimetres: 60, endures: "H" })
    assert.strictEqual(readCode(svg, 3, 0.05), link)
  })
  it("is read as its link, whatever the link", () =>
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const its = TrackedLink.of(url.slice(0, 300), utm)
        assert.strictEqual(readCode(QrCode.svg(its, { millimetres: 200 }), 3), its)
      }),
      { numRuns: 30 }
    ))
})
