/**
 * Whether the account sounds and shows itself as its handbook wants: posts beside the style card and the content mix. What nobody has said of a post is not guessed: a
 * share lies between what it is without such posts and what it would be with all of them.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Figure } from "../../internal-system/analytics/Figure.ts"
import * as MixKept from "../../internal-system/consistency/MixKept.ts"
import * as StyleKept from "../../internal-system/consistency/StyleKept.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import * as Change from "../../internal-system/reports/Change.ts"
import * as Material from "../../internal-system/reports/Material.ts"
import type { Chapter, Line } from "../../internal-system/reports/Report.ts"
import * as Shown from "../../internal-system/reports/Shown.ts"
import type { Dated } from "./PublishedPosts.ts"

/** The chapter; nothing where no post came out. */
export const of = (
  { account: { route }, content: { mix }, positioning }: Handbook,
  material: Material.Material,
  posts: ReadonlyArray<Dated>
): ReadonlyArray<Chapter> => {
  const { before, now } = Material.spans(material)
  const within = (span: Material.Span) => posts.filter(({ at }) => Material.isIn(at, span))
  const [these, those] = [within(now), before && within(before)]
  if (these.length === 0) return []
  const screening = Screening.compile({ route, styleCard: positioning.style })
  const [style, styleBefore] = [StyleKept.of(screening, these), those && StyleKept.of(screening, those)]
  const mixKept = mix && MixKept.of(mix, these)
  const traced = (figure: Figure): Figure => ({
    ...figure,
    traces: [Material.casesIn(material, PostProcess.name, now)]
  })
  return [
    {
      id: "positioning",
      title: { zh: "定位", en: "Positioning" },
      says: [...saidOfStyle(style, styleBefore, material), ...(mixKept === undefined ? [] : saidOfMix(mixKept))],
      lines: [styleLine(style, styleBefore, traced), ...(mixKept?.categories ?? []).map((one) => mixLine(one, traced))],
      charts: [],
      tables: style.broken.length === 0 ? [] : [brokenTable(style)]
    }
  ]
}

const saidOfStyle = (
  { kept, writers }: StyleKept.StyleKept,
  before: StyleKept.StyleKept | undefined,
  { called }: Material.Material
): ReadonlyArray<Bilingual> => {
  const [now, was] = [partOf(kept), before && partOf(before.kept)]
  return [
    ...(was === undefined ? [] : Change.share(kept.title, now, was)),
    ...writers.flatMap(({ hasDrifted, less, writer }) => {
      if (!hasDrifted || less === undefined) return []
      const by = Shown.between(less.low, less.high, "share")
      return [
        {
          zh: `${called(writer)} 写的微博比其他人的少合乎风格卡：少 ${by.zh}。可以一起看看风格卡。`,
          en: `Posts by ${called(writer)} keep the style card less often than those of the others, by ${by.en}: it may help to read the card together.`
        }
      ]
    })
  ]
}

const partOf = ({ of }: Figure): Change.Of => ({ part: of?.numerator.value ?? 0, whole: of?.denominator.value ?? 0 })

const saidOfMix = ({ categories, strangers }: MixKept.MixKept): ReadonlyArray<Bilingual> => [
  ...categories.flatMap(({ planned, reading, seen }) => {
    if (reading === "open") return []
    const { title, value = 0 } = seen
    const [is, plan] = [Shown.percent(value), Shown.percent(planned)]
    return [
      reading === "more"
        ? {
            zh: `「${title.zh}」多于计划：占 ${is}，计划 ${plan}。`,
            en: `More of “${title.en}” than planned: ${is}, planned ${plan}.`
          }
        : {
            zh: `「${title.zh}」少于计划：占 ${is}，计划 ${plan}。`,
            en: `Less of “${title.en}” than planned: ${is}, planned ${plan}.`
          }
    ]
  }),
  ...strangers.map(({ category, posts }) => ({
    zh: `${posts} 条微博的类别「${category}」不在内容配比里。`,
    en: `Of ${posts} posts the category “${category}” is none of the mix.`
  }))
]

type Traced = (figure: Figure) => Figure

const styleLine = ({ kept }: StyleKept.StyleKept, before: StyleKept.StyleKept | undefined, traced: Traced): Line => ({
  key: "positioning.style",
  figure: traced(kept),
  ...(before !== undefined && { before: before.kept })
})

const mixLine = ({ category, planned, reading, seen }: MixKept.OfCategory, traced: Traced): Line => {
  const plan = Shown.percent(planned)
  return {
    key: `positioning.mix.${category}`,
    figure: traced(seen),
    target: { said: { zh: `约 ${plan}`, en: `about ${plan}` }, met: reading === "open" ? "open" : "missed" }
  }
}

const brokenTable = ({ broken }: StyleKept.StyleKept): Chapter["tables"][number] => ({
  title: { zh: "不合风格卡之处", en: "Where posts break the style card" },
  columns: [{ title: { zh: "规则", en: "Rule" } }, { title: { zh: "微博", en: "Posts" }, unit: "count" }],
  rows: broken.map(({ code, posts }) => [ruleNames[code] ?? { zh: code, en: code }, posts])
})

const ruleNames: Readonly<Record<string, Bilingual>> = {
  "style/never-say": { zh: "说了不说的话", en: "says what is never said" },
  "style/first-person": { zh: "自称", en: "calls itself otherwise" },
  "style/must-say": { zh: "没有说必须说的话", en: "leaves out what must be said" },
  "style/sign-off": { zh: "结尾", en: "ends without the sign-off" },
  "style/too-many-emoji": { zh: "表情过多", en: "too many emoji" },
  "style/emoji": { zh: "不用的表情", en: "other emoji" },
  "style/tags": { zh: "话题数目", en: "too few or too many topics" },
  "style/tag-missing": { zh: "缺少固定话题", en: "a standing topic is missing" }
}
