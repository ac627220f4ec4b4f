/**
 * Who of a campaign is left out on purpose, so that what would have come without it is known. The campaign and the fan decide it, and nobody else: whoever
 * asks again, on whatever machine and in whatever order, hears the same; and who is left out of one campaign is left out of the next by chance only.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"
import type { FanId } from "../../account/FanId.ts"

/** Whether the fan is of the share, from 0 to 1, that is left out of the campaign. */
export const has = (campaign: string, fan: FanId, share: number): boolean =>
  new DataView(sha256(utf8ToBytes(JSON.stringify(["holdout", campaign, fan]))).buffer).getUint32(0) < share * 2 ** 32
