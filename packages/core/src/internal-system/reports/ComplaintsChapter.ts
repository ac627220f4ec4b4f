/**
 * Complaints that are over: whether they were really solved, who was asked how it was, who answered, and who was content. Nothing is said of a house in which
 * none ended.
 *
 * @module
 */
import * as Material from "./Material.ts"
import type { ComplaintMeasure } from "./Measure.ts"
import type { Chapter } from "./Report.ts"

/** The chapter, where there is one. */
export const of = (material: Material.Material): ReadonlyArray<Chapter> => {
  const spans = Material.spans(material)
  const now = material.complaints?.(spans.now)
  const before = spans.before && material.complaints?.(spans.before)
  const wholes = [now, before].map((one) => one?.reopened.of?.denominator.value ?? 0)
  if (now === undefined || wholes.every((whole) => whole === 0)) return []
  const asked = [now, before].some((one) => (one?.asked.of?.numerator.value ?? 0) > 0)
  const keys: ReadonlyArray<ComplaintMeasure> = asked ? [...ofAll, ...ofThoseAsked] : ofAll
  return [
    {
      id: "complaints",
      title: { zh: "投诉的结果", en: "What became of complaints" },
      says: asked ? [] : [{ zh: "没有粉丝被询问满意度。", en: "No fan was asked how it was." }],
      lines: keys.map((key) => ({
        key: `complaints.${key}`,
        figure: now[key],
        ...(before !== undefined && { before: before[key] })
      })),
      charts: [],
      tables: []
    }
  ]
}

const ofAll = ["solved", "reopened"] as const
const ofThoseAsked = ["asked", "answered", "content"] as const
