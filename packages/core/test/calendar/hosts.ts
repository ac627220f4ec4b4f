/** Hosts in three zones: what is told of time must not depend on where it is told. */
import { isMainThread } from "node:worker_threads"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"

// Minutes that the host's clock is behind UTC in January.
const hosts = { UTC: 0, "Asia/Shanghai": -480, "America/New_York": 300 }
const home = process.env.TZ

/** The zones of the hosts. */
export const zones = Object.keys(hosts)

/** Moves this host to a zone; without one, back to where it was. */
export const moveTo = (zone: string | undefined = home) => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
}

/** The same tests on a host in each of the zones. */
export const onEveryHost = (tests: () => void) => {
  for (const [zone, behind] of Object.entries(hosts)) {
    describe(`on a host in ${zone}`, () => {
      beforeAll(() => moveTo(zone))
      afterAll(() => moveTo())

      // Only a process can be told where it is: in a thread, as of the mutation run, the tests are run where it happens to be.
      it.skipIf(!isMainThread)("the host really is there", () => {
        assert.strictEqual(new Date("2026-01-15T12:00:00Z").getTimezoneOffset(), behind)
        assert.strictEqual(Intl.DateTimeFormat().resolvedOptions().timeZone, zone)
      })

      tests()
    })
  }
}
