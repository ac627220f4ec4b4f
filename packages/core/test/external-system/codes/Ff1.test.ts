import { Ff1 } from "@dualops/core/codes"
import { assert, describe, it } from "@effect/vitest"
import { FF1 } from "@noble/ciphers/ff1.js"
import { hexToBytes, utf8ToBytes } from "@noble/ciphers/utils.js"
import fc from "fast-check"

const signs = "0123456789abcdefghijklmnopqrstuvwxyz"
const digits = (text: string) => [...text].map((sign) => signs.indexOf(sign))
const signsOf = (all: ReadonlyArray<number>) => all.map((digit) => signs[digit]).join("")

/** Whether `@noble/ciphers` agrees with what others have scrambled, and the one here, of texts that it takes. */
const agrees = (radix: number, key: Uint8Array, tweak: Uint8Array, plain: string, scrambled: string) => {
  const isShort = radix ** Math.ceil(plain.length / 2) <= 2 ** 45
  for (const ff1 of [FF1(radix, key, tweak), ...(isShort ? [Ff1.make(radix, key, tweak, plain.length)] : [])]) {
    assert.strictEqual(signsOf(ff1.encrypt(digits(plain))), scrambled)
    assert.strictEqual(signsOf(ff1.decrypt(digits(scrambled))), plain)
  }
}

/** Key, radix, tweak, plain text, cipher text: "FF1 Samples" of NIST, of AES-128, AES-192 and AES-256. */
const nist: ReadonlyArray<readonly [key: string, radix: number, tweak: string, plain: string, scrambled: string]> = [
  ["2B7E151628AED2A6ABF7158809CF4F3C", 10, "", "0123456789", "2433477484"],
  ["2B7E151628AED2A6ABF7158809CF4F3C", 10, "39383736353433323130", "0123456789", "6124200773"],
  ["2B7E151628AED2A6ABF7158809CF4F3C", 36, "3737373770717273373737", "0123456789abcdefghi", "a9tv40mll9kdu509eum"],
  ["2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", 10, "", "0123456789", "2830668132"],
  ["2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F", 10, "39383736353433323130", "0123456789", "2496655549"],
  ["2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94", 10, "", "0123456789", "6657667009"],
  [
    "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94",
    10,
    "39383736353433323130",
    "0123456789",
    "1001623463"
  ],
  [
    "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94",
    36,
    "3737373770717273373737",
    "0123456789abcdefghi",
    "xs8a0azh2avyalyzuwd"
  ]
]

/** Tweak, plain text, cipher text: of the 23 signs and AES-256, made by Bouncy Castle 1.72 (`FPEFF1Engine`). */
const bouncyCastle: ReadonlyArray<readonly [tweak: string, plain: string, scrambled: string]> = [
  ["", "6bgl38", "ck7440"],
  ["spring codes", "i05afk", "2g7501"],
  ["春天的暗号 2026", "gl38di", "lc9ebl"],
  ["", "afk27chm49", "2b52al40m8"],
  ["spring codes", "m49ej16bgl", "m02d2icdgj"],
  ["春天的暗号 2026", "k27chm49ej", "5gf6ee27bd"],
  ["", "bgl38di05af", "ed2hj215egk"],
  ["spring codes", "05afk27chm4", "6cb1edkdl6g"],
  ["春天的暗号 2026", "l38di05afk2", "k7mbf151j2a"],
  ["", "chm49ej16bgl", "kdb3da0fl3hk"],
  ["spring codes", "16bgl38di05a", "350icm1ed4dk"],
  ["春天的暗号 2026", "m49ej16bgl38", "fe2cldekk969"],
  ["", "k27chm49ej16bgl38di0", "01ad0k4ijd6icga40869"],
  ["spring codes", "9ej16bgl38di05afk27c", "07eck56b2k37i16cf7ii"],
  ["春天的暗号 2026", "7chm49ej16bgl38di05a", "hgflee80ilm8d10h2h23"]
]

describe("The permutation that codes are made by", () => {
  it("is FF1 as NIST has published it", () => {
    for (const [key, radix, tweak, plain, scrambled] of nist) {
      agrees(radix, hexToBytes(key), hexToBytes(tweak), plain, scrambled)
    }
  })

  it("is FF1 as Bouncy Castle has it, with 23 signs, under the names of series", () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1)
    for (const [tweak, plain, scrambled] of bouncyCastle) agrees(23, key, utf8ToBytes(tweak), plain, scrambled)
  })

  it("is FF1 as @noble/ciphers has it, whatever the key, the series and the code", () => {
    const bytes = (least: number, most: number) => fc.uint8Array({ minLength: least, maxLength: most })
    const code = fc.array(fc.integer({ min: 0, max: 22 }), { minLength: 6, maxLength: 18 })
    fc.assert(
      fc.property(bytes(32, 32), bytes(0, 100), code, (key, tweak, digits) => {
        const own = Ff1.make(23, key, tweak, digits.length)
        const scrambled = own.encrypt(digits)
        assert.deepEqual(scrambled, FF1(23, key, tweak).encrypt(digits))
        assert.deepEqual(own.decrypt(scrambled), digits)
      })
    )
  })

  it("takes no texts that are too few to be scrambled, and none that a double does not hold", () => {
    for (const length of [0, 1, 4, 19, 40])
      assert.throws(() => Ff1.make(23, new Uint8Array(32), new Uint8Array(), length))
  })
})
