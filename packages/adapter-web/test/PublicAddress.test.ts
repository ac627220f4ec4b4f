import { PublicAddress } from "@dualops/adapter-web"
import { assert, describe, it } from "@effect/vitest"

describe("An address", () => {
  for (const inner of [
    ...[
      "127.0.0.1",
      "10.1.2.3",
      "172.31.255.255",
      "192.168.0.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "224.0.0.1"
    ],
    ...["255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"],
    ...["64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "2001::1", "no address"]
  ])
    it(`${inner} is not public`, () => assert.isFalse(PublicAddress.isPublic(inner)))
  for (const outer of ["1.1.1.1", "172.32.0.1", "100.128.0.1", "39.156.66.10", "2400:3200::1", "2606:4700::1111"])
    it(`${outer} is public`, () => assert.isTrue(PublicAddress.isPublic(outer)))

  it("is known in every way in which a browser writes it", () => {
    for (const url of [
      "http://2130706433/",
      "http://0x7f.1/",
      "http://0177.0.0.1/",
      "http://127.1/",
      "http://[::ffff:7f00:1]/"
    ]) {
      const literal = PublicAddress.literalOf(new URL(url))
      assert.isFalse(literal === undefined || PublicAddress.isPublic(literal), url)
    }
    assert.isUndefined(PublicAddress.literalOf(new URL("http://xinghe.example/")))
  })
})
