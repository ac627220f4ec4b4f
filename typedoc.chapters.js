/**
 * The page of a chapter shows first what its door lists first; what that is made of comes behind it. A guide is called as its first line says, and stands with
 * those of its kind.
 *
 * @module
 */
import { statSync } from "node:fs"
import { relative } from "node:path"
import { Application, Comment, CommentTag, Converter, ReflectionKind } from "typedoc"

/** Where guides stand in the contents, by their files. */
const shelves = [
  [/\.zh\.md$|docs\/zh\//, "指南"],
  [/docs\/rules\//, "Rules of the handbook"],
  [/bench\/|MODEL-CARD/, "What was measured"]
]

/** Called by typedoc. */
export const load = (app) => {
  const { converter } = app
  // A folder has no page here: whoever links to one is led to where its files are.
  app.on(Application.EVENT_PROJECT_REVIVE, (project) => {
    const modules = project.getReflectionsByKind(ReflectionKind.Module)
    const guides = project.getReflectionsByKind(ReflectionKind.Document)
    const texts = [project.readme, ...modules.map(({ readme }) => readme), ...guides.map(({ content }) => content)]
    for (const part of texts.flatMap((text) => text ?? [])) {
      const path = part.kind === "relative-link" ? project.files.resolvePath(part.target) : undefined
      if (path === undefined || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue
      part.kind = "text"
      part.text = `https://github.com/dualops/dualops/tree/main/${relative(process.cwd(), path)}`
      delete part.target
    }
  })
  converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, guide) => {
    const text = guide.content.map(({ text }) => text).join("")
    guide.name = /^# (.+)$/m.exec(text)?.[1] ?? guide.name
    const file = guide.project.files.getReflectionPath(guide)
    guide.frontmatter.category = shelves.find(([path]) => path.test(file))?.[1] ?? "Guides"
  })
  converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const chapter of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const door = context.getSymbolFromReflection(chapter)?.declarations?.[0]?.getSourceFile()
      const [, title] = door?.text.match(/^\/\/ (.+)\.$/m) ?? []
      if (title === undefined) continue
      const behind = new Set(door.text.split(`// ${title}.`)[1].match(/\w+(?= from)|\w+(?= \} from)/g))
      for (const exported of chapter.children ?? []) {
        exported.comment ??= new Comment()
        const text = behind.has(exported.name) ? title : "What matters"
        exported.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text }]))
      }
    }
  })
}
