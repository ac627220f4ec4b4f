/**
 * Names of tools. Models and clients take letters, digits, `_` and `-`, 64 of them with what a client puts in front: so 40 are used at most, and a
 * name that is longer or has other letters ends with a digest of the whole, which tells it from all others.
 *
 * @module
 */
import { createHash } from "node:crypto"

/** The name of the tool that takes this step. */
export const of = (process: string, step: string): string => {
  const whole = `${process}_${step}`
  if (whole.length <= most && /^[A-Za-z0-9-]+_[A-Za-z0-9-]+$/.test(whole)) return whole
  const digest = createHash("sha256")
    .update(JSON.stringify([process, step]))
    .digest("hex")
    .slice(0, 8)
  return `${whole.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, most - digest.length - 1)}_${digest}`
}

/** So much is left of 64 when a client has put `mcp__` and the name of its server in front. */
const most = 40
