/**
 * Signatures as others make them: Python's `hmac` by the recipes of the platforms' own pages, and OpenSSL.
 *
 * @module
 */
import { execFileSync } from "node:child_process"

const python = (line: string, timestamp: number, secret: string): string =>
  execFileSync("python3", [
    "-c",
    `import base64, hashlib, hmac, sys\nt, s = sys.argv[1:3]\n${line}`,
    String(timestamp),
    secret
  ])
    .toString()
    .trim()

/** open.dingtalk.com/document/robots/customize-robot-security-settings: the secret signs the moment and the secret. */
export const dingtalkByPython = (timestamp: number, secret: string): string =>
  python(
    'print(base64.b64encode(hmac.new(s.encode("utf-8"), f"{t}\\n{s}".encode("utf-8"), digestmod=hashlib.sha256).digest()).decode())',
    timestamp,
    secret
  )

/** open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: the moment and the secret sign nothing. */
export const feishuByPython = (timestamp: number, secret: string): string =>
  python(
    'print(base64.b64encode(hmac.new(f"{t}\\n{s}".encode("utf-8"), digestmod=hashlib.sha256).digest()).decode())',
    timestamp,
    secret
  )

const openssl = (key: string, message: string): string =>
  execFileSync(
    "openssl",
    ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `hexkey:${Buffer.from(key).toString("hex")}`, "-binary"],
    {
      input: message
    }
  ).toString("base64")

/** The same by OpenSSL. */
export const dingtalkByOpenssl = (timestamp: number, secret: string): string =>
  openssl(secret, `${timestamp}\n${secret}`)

/** The same by OpenSSL. */
export const feishuByOpenssl = (timestamp: number, secret: string): string => openssl(`${timestamp}\n${secret}`, "")
