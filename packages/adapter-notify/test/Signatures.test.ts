/** Who writes to a robot is known by a signature; here are others who make the same. */
import { createRequire } from "node:module"
import { DingtalkSignature } from "@dualops/adapter-notify/dingtalk"
import { FeishuSignature } from "@dualops/adapter-notify/feishu"
import { assert, describe, it } from "@effect/vitest"
import * as judges from "./judges.ts"

const secrets = ["SEC0", "CSTEfHRnFBuHisZNCxLw3d", "with blanks + / = & %", "密钥", "x".repeat(200)]
const timestamps = [0, 1_599_360_473, 1_795_000_000_123]

/** A library of others, which signs as it sends. */
type Sign = (secret: string, content: string) => string
const require = createRequire(import.meta.url)
const dingtalkRobotSender = require("dingtalk-robot-sender/lib/sign.js") as Sign

describe("A signature", () => {
  it("for DingTalk is the one that Python, OpenSSL and dingtalk-robot-sender make", () => {
    for (const secret of secrets)
      for (const timestamp of timestamps) {
        const own = DingtalkSignature.sign(timestamp, secret)
        assert.strictEqual(own, judges.dingtalkByPython(timestamp, secret))
        assert.strictEqual(own, judges.dingtalkByOpenssl(timestamp, secret))
        assert.strictEqual(encodeURIComponent(own), dingtalkRobotSender(secret, `${timestamp}\n${secret}`))
      }
  })

  it("for Feishu is the one that Python and OpenSSL make", () => {
    for (const secret of secrets)
      for (const timestamp of timestamps) {
        const own = FeishuSignature.sign(timestamp, secret)
        assert.strictEqual(own, judges.feishuByPython(timestamp, secret))
        assert.strictEqual(own, judges.feishuByOpenssl(timestamp, secret))
      }
  })

  it("stands in the address so that none of its signs is read as another one", () => {
    const url = new URL(
      DingtalkSignature.signed("https://oapi.dingtalk.com/robot/send?access_token=a%2Bb", 1_795_000_000_123, "SEC+/=")
    )
    assert.deepEqual(
      [url.searchParams.get("access_token"), url.searchParams.get("timestamp"), url.searchParams.get("sign")],
      ["a+b", "1795000000123", judges.dingtalkByOpenssl(1_795_000_000_123, "SEC+/=")]
    )
  })
})
