import { readFileSync } from "node:fs"
import { HandbookFile } from "@dualops/core/files"
import type { Handbook } from "@dualops/core/handbook"
import { Result } from "effect"

/** The text of a handbook under `examples/handbooks`. */
export const textOf = (name: string) =>
  readFileSync(new URL(`../../../../examples/handbooks/${name}.yaml`, import.meta.url), "utf8")

/** The complete handbook of 星河茶饮, and the smallest one. */
export const [xinghe, minimal] = ["xinghe", "minimal"].map((name) =>
  Result.getOrThrow(HandbookFile.read(`${name}.yaml`, textOf(name)))
) as [Handbook.Handbook, Handbook.Handbook]
