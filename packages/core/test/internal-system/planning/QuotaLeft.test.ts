import { Quota, QuotaLeft } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const { ordinary } = Quota
const left = (calls: number) => ({ calls: { most: 100, left: calls } })

describe("What the platform says is left", () => {
  it("is nothing new when the ledger has counted as much, or more than has arrived yet", () => {
    assert.deepEqual(QuotaLeft.usedUp(ordinary, 40, left(60)), { used: 40, findings: [] })
    assert.deepEqual(QuotaLeft.usedUp(ordinary, 40, left(63)), { used: 40, findings: [] })
    assert.deepEqual(QuotaLeft.usedUp(ordinary, 40, {}), { used: 40, findings: [] })
  })

  it("counts when it is less than the ledger believes, and somebody is told", () => {
    const { findings, used } = QuotaLeft.usedUp(ordinary, 40, left(12))
    assert.strictEqual(used, 88)
    assert.deepEqual(
      findings.map(({ code, evidence }) => [code, evidence]),
      [["quota.fewer-left", "12 left of 100; 60 believed"]]
    )
  })

  it("never leaves a plan with more than either of the two has left, nor with less than nothing", () => {
    const count = fc.integer({ min: -5, max: 200 })
    fc.assert(
      fc.property(fc.nat(200), count, (believed, said) => {
        const { findings, used } = QuotaLeft.usedUp(ordinary, believed, left(said))
        const [mine, theirs, both] = [ordinary.callsPerDay - believed, said, ordinary.callsPerDay - used]
        assert.isAtMost(both, Math.max(0, mine))
        assert.isAtMost(both, Math.max(0, theirs))
        assert.strictEqual(findings.length > 0, Math.max(0, mine) > theirs)
      })
    )
  })
})
