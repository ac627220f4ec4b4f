/**
 * What a new edition changes, as a page: first for everybody, then person by person and role by role.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { About } from "../handbook/ChangeLine.ts"
import { type Affected, type Change, type Changes, haveOneName, type Kind } from "../handbook/Changes.ts"
import { type Block, joined, nothing, type Page, type Section, type Text, type Tone } from "../page/Page.ts"
import type { Practice } from "../practice/Practice.ts"
import { house, processes, titleOf } from "../practices/Practices.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"

/** The page of the changes between two editions; permissions are called by what they open in the processes. */
export const of = (changes: Changes, practices: ReadonlyArray<Practice> = house): Page => ({
  title: { zh: `手册变更：${changes.from} → ${changes.to}`, en: `What changes: ${changes.from} → ${changes.to}` },
  eyebrow: changes.brand,
  under: under(changes, practices),
  sections: changes.chapters.length === 0 ? [] : sections(changes, processes(practices))
})

/** What is said of two handbooks that are not the same and have one name. */
export const oneName = ({ to }: Changes): Bilingual => ({
  zh: `两份手册的版本号都是「${to}」，内容却不同。进行中的事项凭版本号找到自己的手册，会拿错：请给新的一份换一个版本号。`,
  en: `Both handbooks are called version ${to}, and they are not the same. A running case finds its edition by that name, and would get the wrong one: give the new one a version of its own.`
})

const under = (changes: Changes, practices: ReadonlyArray<Practice>): ReadonlyArray<Text> => {
  const { chapters, from, to } = changes
  if (chapters.length === 0)
    return [
      from === to
        ? { zh: "两份手册没有任何不同。", en: "Nothing differs between the two handbooks." }
        : {
            zh: "除版本号外，两份手册没有任何不同。",
            en: "Nothing differs between the two handbooks but the version."
          }
    ]
  return [
    haveOneName(changes)
      ? { badge: oneName(changes), tone: "bad" }
      : {
          zh: "进行中的事项仍按开始时的版本办理；谁能做什么立即生效。",
          en: "Running cases keep the edition they began under; who may do what changes at once."
        },
    [
      { zh: "有不同的章节：", en: "Chapters that differ: " },
      ...joined(
        chapters.map((chapter) => titleOf(chapter, practices)),
        { zh: "、", en: ", " }
      )
    ]
  ]
}

const sections = ({ everybody, people, roles }: Changes, processes: ReadonlyArray<Any>): ReadonlyArray<Section> => [
  {
    id: "everybody",
    title: { zh: "对所有人", en: "For everybody" },
    count: everybody.length,
    blocks: everybody.length === 0 ? [nothing] : [table(everybody, processes)]
  },
  section("people", { zh: "对每个人", en: "For each person" }, people, processes),
  section("roles", { zh: "对每个角色", en: "For each role" }, roles, processes)
]

const section = (
  id: string,
  title: Bilingual,
  affected: ReadonlyArray<Affected>,
  processes: ReadonlyArray<Any>
): Section => ({
  id,
  title,
  count: affected.length,
  blocks:
    affected.length === 0
      ? [nothing]
      : affected.map(({ changes, name }) => ({ kind: "group", title: name, blocks: [table(changes, processes)] }))
})

const table = (changes: ReadonlyArray<Change>, processes: ReadonlyArray<Any>): Block => ({
  kind: "table",
  columns: [
    { zh: "变化", en: "Change" },
    { zh: "哪一类", en: "About" },
    { zh: "内容", en: "What" },
    { zh: "原来", en: "Before" },
    { zh: "现在", en: "Now" }
  ],
  rows: changes.map(
    ({ about, after, before, kind, what }): ReadonlyArray<Text> => [
      { badge: kinds[kind], tone: tones[kind] },
      abouts[about],
      about === "permission" ? Face.permission(processes, what.en) : what,
      before ?? "—",
      after ?? "—"
    ]
  )
})

const tones: Readonly<Record<Kind, Tone>> = { gained: "good", lost: "bad", changed: "warn" }

const kinds: Readonly<Record<Kind, Bilingual>> = {
  gained: { zh: "新增", en: "gained" },
  lost: { zh: "取消", en: "lost" },
  changed: { zh: "改变", en: "changed" }
}

const abouts: Readonly<Record<About, Bilingual>> = {
  duty: { zh: "职责", en: "duty" },
  "standing in": { zh: "替补", en: "standing in" },
  permission: { zh: "权限", en: "permission" },
  role: { zh: "角色", en: "role" },
  approval: { zh: "审核", en: "approval" },
  promise: { zh: "承诺", en: "promise" },
  calendar: { zh: "工作日历", en: "calendar" },
  content: { zh: "内容", en: "content" },
  resource: { zh: "资源", en: "resource" },
  person: { zh: "人员", en: "person" },
  other: { zh: "其他", en: "other" }
}
